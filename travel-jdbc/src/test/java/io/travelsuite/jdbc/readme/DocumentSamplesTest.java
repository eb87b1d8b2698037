package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents show compiles and runs, and the tests that they name exist. */
class DocumentSamplesTest {

  private static final String INBOX = "WebhookInbox inbox = JdbcWebhookInbox.of(travel);";

  /** What the samples of docs/webhook-inbox.md have at hand. */
  private static final String ENDPOINT =
      """
      byte[] body = {};
      Map<String, List<String>> headers = Map.of();
      WebhookVerifier verifier =
          new StripeVerifier(
              VerifierSettings.of("main", Clock.systemUTC(), Secret.of("whsec_of_the_sample")));
      boolean paymentIsThere = true;
      InboxId id = new InboxId(java.util.UUID.randomUUID());
      record Response() { void setStatus(int status) {} }
      Response response = new Response();
      interface Log { void warn(String text, Object... values); }
      Log log = (text, values) -> {};
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
  void every_sample_of_idempotency() throws Exception {
    List<String> samples = Readme.read("docs/idempotency.md").samples();
    assertThat(samples).hasSize(5);
    try (Fixture fixture = Fixture.create()) {
      for (int i = 0; i < samples.size(); i++) {
        run(fixture, "Idempotency" + i, samples.get(i), "");
      }
      String done = "SELECT COUNT(*) FROM travel_idempotency WHERE state = 'DONE'";
      assertThat(fixture.rows().number(done)).isEqualTo(4);
    }
  }

  @Test
  void every_sample_of_the_webhook_inbox() throws Exception {
    List<String> samples = Readme.read("docs/webhook-inbox.md").samples();
    assertThat(samples).hasSize(4);
    try (Fixture fixture = Fixture.create()) {
      for (int i = 0; i < samples.size(); i++) {
        String inbox = samples.get(i).contains("WebhookInbox inbox =") ? "" : INBOX;
        run(fixture, "Inbox" + i, samples.get(i), inbox + ENDPOINT);
      }
      String refused = "SELECT COUNT(*) FROM travel_webhook_delivery WHERE verdict = 'REFUSED'";
      assertThat(fixture.rows().number(refused)).isOne();
    }
  }

  @Test
  void every_test_that_payments_names_exists() throws IOException {
    List<String> names = Readme.read("docs/payments.md").namedTests();
    assertThat(names).hasSizeGreaterThan(8);
    assertThat(TestNames.existing()).containsAll(names);
  }
}
