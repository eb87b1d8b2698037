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

/** What docs/partner-webhooks.md and docs/reminders.md show compiles and runs. */
class PartnerSamplesTest {

  /** What the host has at hand. */
  private static final String HOST =
      """
      class Vault {
        private final Map<String, Secret> kept = new java.util.HashMap<>();
        java.util.Optional<Secret> find(String name) {
          return java.util.Optional.ofNullable(kept.get(name));
        }
        void put(String name, Secret secret) { kept.put(name, secret); }
      }
      Vault vault = new Vault();
      AlertSink alerts = AlertSink.none();
      OperatorId operator = travel.inventory().find(departure).orElseThrow().operator();
      """;

  private static final String PARTNERS =
      """
      EndpointSecrets secrets = (id, number) -> vault.find(id + "/" + number);
      PartnerSender sender = PartnerSender.of(secrets, Clock.systemUTC(), Egress.DEFAULT);
      JdbcPartners partners = JdbcPartners.of(travel, sender, alerts);
      """;

  private static final String ENDPOINT =
      """
      PartnerEndpoint endpoint =
          partners.endpoints().register(operator, "https://a.example/", Set.of("*"));
      """;

  private static final String REMINDERS =
      """
      Reminders reminders =
          JdbcReminders.of(
              travel,
              ReminderSettings.of(ReminderRule.beforeDeparture("day", Duration.ofHours(24))));
      """;

  @TempDir private Path folder;

  private void run(Fixture fixture, String name, String sample, String more) throws Exception {
    OccurrenceId departure = fixture.open(1);
    try (Connection connection = fixture.connect()) {
      SampleCompiler.compile(folder, name, sample, more)
          .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
          .invoke(null, fixture.dataSource(), departure, connection);
    }
  }

  @Test
  void every_sample_of_webhooks_to_partners() throws Exception {
    List<String> samples = Readme.read("docs/partner-webhooks.md").samples();
    assertThat(samples).hasSize(6);
    try (Fixture fixture = Fixture.create()) {
      for (int i = 0; i < samples.size(); i++) {
        String sample = samples.get(i);
        String partners = sample.contains("JdbcPartners partners =") ? "" : PARTNERS;
        String endpoint = sample.contains("endpoint.keys") && i > 1 ? ENDPOINT : "";
        run(fixture, "Partners" + i, sample, HOST + partners + endpoint);
      }
      assertThat(fixture.rows().number("SELECT MAX(key_number) FROM travel_partner_endpoint"))
          .isEqualTo(2);
    }
  }

  @Test
  void every_sample_of_reminders() throws Exception {
    List<String> samples = Readme.read("docs/reminders.md").samples();
    assertThat(samples).hasSize(2);
    try (Fixture fixture = Fixture.create()) {
      run(fixture, "Reminders0", samples.get(0), "");
      run(fixture, "Reminders1", samples.get(1), REMINDERS);
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_reminder_rule")).isOne();
    }
  }

  @Test
  void every_test_that_reminders_names_exists() throws Exception {
    assertThat(TestNames.existing()).containsAll(Readme.read("docs/reminders.md").namedTests());
  }
}
