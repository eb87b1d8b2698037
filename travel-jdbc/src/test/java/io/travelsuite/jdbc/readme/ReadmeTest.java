package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and holds. */
class ReadmeTest {

  @Test
  void every_sample_compiles_as_java_17_and_runs(@TempDir Path folder) throws Exception {
    List<String> samples = Readme.read().samples();
    assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      DataSource dataSource = schema.dataSource(4);
      JdbcTravel.migrate(dataSource);
      JdbcTravel travel = JdbcTravel.builder(dataSource).build();
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE orders (booking VARCHAR(36) PRIMARY KEY)");
        for (int i = 0; i < samples.size(); i++) {
          OccurrenceId departure = departure(travel.inventory(), i, samples.get(i));
          SampleCompiler.compile(folder, "Sample" + i, samples.get(i))
              .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
              .invoke(null, dataSource, departure, connection);
        }
      }
      assertThat(travel.integrity().verify()).isEmpty();
    }
  }

  @Test
  void the_first_sample_begins_before_line_20() throws IOException {
    assertThat(Readme.read().firstSampleLine()).isLessThan(20);
  }

  @Test
  void every_guarantee_names_tests_that_exist() throws IOException {
    List<String> names = Readme.read().namedTests();
    assertThat(names).isNotEmpty();
    assertThat(names).allSatisfy(name -> assertThat(TestNames.existing()).contains(name));
  }

  /** With stops and two pools for samples that name them, else with one pool. */
  private static OccurrenceId departure(Inventory inventory, int number, String sample) {
    ProductId product =
        inventory
            .addProduct(
                inventory.addOperator("readme", "Readme").id(),
                "product",
                "Product",
                ZoneId.of("Europe/Lisbon"))
            .id();
    OccurrenceRequest request =
        OccurrenceRequest.of(product, LocalDateTime.of(2027, 1, 1 + number, 9, 0))
            .pool("seats", 20);
    if (sample.contains("between")) {
      request =
          request
              .stops(Stop.of("LIS", 0), Stop.of("COI", 140), Stop.of("OPO", 200))
              .pool("bikes", 2);
    }
    return inventory.open(request).orElseThrow().id();
  }
}
