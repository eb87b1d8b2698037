package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/rate.md shows compiles and runs. */
class RateSamplesTest {

  @Test
  void every_sample_compiles_as_java_17_and_runs(@TempDir Path folder) throws Exception {
    List<String> samples = Readme.read("docs/rate.md").samples();
    assertThat(samples).hasSize(3);
    try (Fixture fixture = Fixture.create();
        Connection connection = fixture.connect()) {
      OccurrenceId departure = fixture.open(1);
      for (int i = 0; i < samples.size(); i++) {
        SampleCompiler.compile(folder, "Rate" + i, samples.get(i))
            .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
            .invoke(null, fixture.dataSource(), departure, connection);
      }
      // by two rules; the sliding log and the lease
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_rate")).isEqualTo(2);
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_rate_window")).isEqualTo(2);
    }
  }
}
