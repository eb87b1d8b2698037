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

/** What docs/outbox.md shows compiles and runs. */
class OutboxSamplesTest {

  /** What the samples have at hand. */
  private static final String AT_HAND =
      """
      interface Mailer { boolean send(String key, String payload); }
      Mailer mailer = (key, payload) -> true;
      AlertSink alerts = AlertSink.none();
      interface Log { void warn(String text, Object... values); }
      Log log = (text, values) -> {};
      """;

  private static final String RELAY = "OutboxRelay relay = JdbcOutbox.of(travel, List.of());";

  @TempDir private Path folder;

  @Test
  void every_sample_of_the_outbox() throws Exception {
    List<String> samples = Readme.read("docs/outbox.md").samples();
    assertThat(samples).hasSize(3);
    try (Fixture fixture = Fixture.create();
        Connection connection = fixture.connect()) {
      OccurrenceId departure = fixture.open(1);
      for (int i = 0; i < samples.size(); i++) {
        String relay = samples.get(i).contains("OutboxRelay relay =") ? "" : RELAY;
        SampleCompiler.compile(folder, "Outbox" + i, samples.get(i), relay + AT_HAND)
            .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
            .invoke(null, fixture.dataSource(), departure, connection);
      }
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_outbox_subscription"))
          .isEqualTo(2);
    }
  }
}
