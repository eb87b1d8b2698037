package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/personal-data.md shows compiles and runs. */
class PersonalSamplesTest {

  private static final String KEYS =
      """
      Clock clock = Clock.systemUTC();
      java.nio.file.Path keyFile = java.nio.file.Path.of("%s");
      Secret rootOfIndexes = Secret.of("0123456789abcdef0123456789abcdef");
      """;

  private static final String PERSONAL =
      """
      OperatorId operator = travel.inventory().addOperator("acme", "Acme Tours").id();
      java.nio.file.Path journalFile = java.nio.file.Path.of("%s");
      JdbcTravel sealing = JdbcTravel.builder(dataSource)
          .personalData(PersonalDataKeys.of(
              KeyRing.read(keyFile), SigningKeys.of(rootOfIndexes), clock)).build();
      JdbcPersonalData personal = JdbcPersonalData.of(sealing);
      sealing.bookings().hold(
          HoldRequest.of(departure, 1).customer(Customer.of("Ada", "ada@example.org")));
      """;

  @TempDir private Path folder;

  @Test
  void every_sample() throws Exception {
    List<String> samples = Readme.read("docs/personal-data.md").samples();
    assertThat(samples).hasSize(5);
    Path keyFile = folder.resolve("keys");
    Files.writeString(keyFile, "a AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n");
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
    try (Fixture fixture = Fixture.create()) {
      for (int i = 0; i < samples.size(); i++) {
        String more = i == 0 ? "" : PERSONAL.formatted(folder.resolve("journal"));
        run(fixture, "Personal" + i, samples.get(i), KEYS.formatted(keyFile) + more);
      }
      assertThat(
              fixture
                  .rows()
                  .number("SELECT COUNT(*) FROM travel_audit WHERE action = 'person.erased'"))
          .isOne();
    }
  }

  private void run(Fixture fixture, String name, String sample, String more) throws Exception {
    OccurrenceId departure = fixture.open(1);
    try (Connection connection = fixture.connect()) {
      SampleCompiler.compile(folder, name, sample, more)
          .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
          .invoke(null, fixture.dataSource(), departure, connection);
    }
  }
}
