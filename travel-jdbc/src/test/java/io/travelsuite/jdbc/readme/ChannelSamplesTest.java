package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/channels.md shows compiles and runs, as one program. */
class ChannelSamplesTest {

  /** What the samples have at hand. */
  private static final String HOST =
      """
      Secret smtpPassword = Secret.of("of-the-sample");
      String twilioAccount = "AC" + "0".repeat(32);
      Secret twilioToken = Secret.of("of-the-sample");
      Secret addressKey = Secret.of("of-the-sample-and-32-bytes-long!");
      AlertSink alerts = AlertSink.none();
      Clock clock = Clock.systemUTC();
      java.net.http.HttpClient httpClient = java.net.http.HttpClient.newHttpClient();
      Message message =
          new Message("k", Mode.LIVE, "anna@example.org", java.util.Locale.ENGLISH,
              Content.text("Hello"));
      VerifiedWebhook webhook =
          new VerifiedWebhook("sendgrid", "main", null, "e1", "bounce", null,
              "{\\"event\\": \\"bounce\\", \\"email\\": \\"anna@example.org\\"}".getBytes(),
              WebhookTrust.CONTENT);
      """;

  @TempDir private Path folder;

  @Test
  void every_sample_of_channels() throws Exception {
    List<String> samples = Readme.read("docs/channels.md").samples();
    assertThat(samples).hasSize(5);
    String all = String.join("\n", samples);
    SampleCompiler.compile(folder, "AllChannels", all, HOST);
    try (Fixture fixture = Fixture.create();
        Connection connection = fixture.connect()) {
      OccurrenceId departure = fixture.open(1);
      SampleCompiler.compile(folder, "Channels", withoutSdk(all), HOST)
          .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
          .invoke(null, fixture.dataSource(), departure, connection);
      String marks = "SELECT COUNT(*) FROM travel_address_mark";
      assertThat(fixture.rows().number(marks)).isOne();
    }
  }

  /** Twilio's SDK, which is optional, is not on the class path here: its lines only compile. */
  private static String withoutSdk(String sample) {
    return sample
        .lines()
        .filter(line -> !line.contains("SmsChannel.of(") && !line.contains("sms."))
        .collect(Collectors.joining("\n"));
  }
}
