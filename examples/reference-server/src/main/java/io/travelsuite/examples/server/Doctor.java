package io.travelsuite.examples.server;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.message.MailProbe;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.security.Profile;
import io.travelsuite.security.readiness.Deployment;
import io.travelsuite.security.readiness.Look;
import io.travelsuite.security.readiness.Probes;
import io.travelsuite.security.readiness.ReadinessCheck;
import io.travelsuite.security.readiness.ReadinessReport;
import io.travelsuite.security.readiness.Route;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether all is as production needs it: the library's readiness check, on a rehearsal that
 * listens on this machine alone.
 */
final class Doctor {

  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
  private static final Set<String> OPTIONS = Set.of("--production", "--json");

  private Doctor() {}

  /** Whether a start in production may go on; what stands against it is told. */
  static boolean lets(Settings settings, PrintStream out) {
    ReadinessReport report = report(settings);
    if (!report.isReady()) {
      out.print(report.text());
    }
    return report.isReady();
  }

  static int run(List<String> arguments, PrintStream out) {
    unless(OPTIONS.containsAll(arguments), "doctor", arguments, "must be of " + OPTIONS);
    Settings settings = Settings.of(System.getenv());
    boolean production = arguments.contains("--production");
    ReadinessReport report = report(production ? settings.with(Profile.PRODUCTION) : settings);
    out.print(arguments.contains("--json") ? report.json() + "\n" : report.text());
    out.flush();
    return report.exitCode(false);
  }

  static ReadinessReport report(Settings settings) {
    Stated stated = Stated.read(settings.running().deployment());
    if (settings.database().jdbcUrl() == null) {
      return judge(settings, stated, List.of(), Probing.withoutServer(stated));
    }
    try (RunningServer rehearsal = RunningServer.start(settings.rehearsal())) {
      List<Route> routes = rehearsal.rules().stream().map(Rule::described).toList();
      return judge(settings, stated, routes, Probing.of(rehearsal, stated));
    } catch (RuntimeException e) {
      LOG.warn("no rehearsal could be started: {}", e.getClass().getSimpleName());
      return judge(settings, stated, List.of(), Probing.withoutServer(stated));
    }
  }

  private static ReadinessReport judge(
      Settings settings, Stated stated, List<Route> routes, Probes probes) {
    Deployment deployment = new Description(settings, stated).deployment(routes);
    MailServer mail = settings.running().outside().mail();
    Probes all = mail == null ? probes : probes.with(Look.MAIL, new MailProbe(mail.smtp()));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      return ReadinessCheck.of(deployment, all, Settings.MACHINE)
          .silencing(stated.silences())
          .run(threads);
    } finally {
      threads.shutdownNow();
    }
  }
}
