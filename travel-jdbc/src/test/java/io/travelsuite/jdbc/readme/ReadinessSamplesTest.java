package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.readiness.JdbcDatabaseProbe;
import io.travelsuite.jdbc.readiness.LiveDeployment;
import io.travelsuite.security.readiness.Deployment;
import io.travelsuite.security.readiness.JvmFacts;
import io.travelsuite.security.readiness.Look;
import io.travelsuite.security.readiness.NotReadyException;
import io.travelsuite.security.readiness.Probes;
import io.travelsuite.security.readiness.ReadinessCheck;
import io.travelsuite.security.readiness.ReadinessReport;
import io.travelsuite.security.readiness.Silence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The samples of docs/readiness.md are run here, and compared with it line by line. */
class ReadinessSamplesTest {

  private final Clock clock = Clock.systemUTC();

  private ReadinessReport first(DataSource dataSource, Deployment deployment) {
    List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    String user = System.getProperty("user.name");
    Instant lastHeartbeat = clock.instant();
    Executor executor = Runnable::run;
    Probes probes =
        Probes.none()
            .with(Look.DATABASE, JdbcDatabaseProbe.of(dataSource, clock))
            .with(Look.JVM, () -> new JvmFacts(arguments, Runtime.version().feature(), user))
            .with(Look.HEARTBEAT, () -> lastHeartbeat);
    ReadinessReport report = ReadinessCheck.of(deployment, probes, clock).run(executor);
    System.out.print(report.text());
    report.requireReady();
    return report;
  }

  private ReadinessReport second(Deployment deployment) {
    Probes probes = Probes.none();
    ReadinessCheck check =
        ReadinessCheck.of(deployment, probes, clock)
            .silencing(
                List.of(
                    new Silence(
                        "web.hsts-preload", "subdomains of a partner", LocalDate.of(2027, 6, 30))));
    return check.run(Runnable::run);
  }

  @Test
  void the_samples_run() {
    try (Fixture fixture = Fixture.create()) {
      Deployment deployment = LiveDeployment.of("app", 4, clock.instant());
      assertThatThrownBy(() -> first(fixture.dataSource(), deployment))
          .isInstanceOf(NotReadyException.class)
          .hasMessageContaining("attest.firewall")
          .hasMessageNotContaining("probe.database");
      assertThat(second(deployment).isReady()).isFalse();
    }
  }

  @Test
  void they_are_those_of_the_page() throws IOException {
    Readme page = Readme.read("docs/readiness.md");
    assertThat(page.samples()).hasSize(2);
    assertThat(page.samplesNotIn(ReadinessSamplesTest.class)).isEmpty();
  }
}
