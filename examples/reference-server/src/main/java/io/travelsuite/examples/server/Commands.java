package io.travelsuite.examples.server;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.backup.BackupCommands;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.signin.StaffAccounts;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.Profile;
import io.travelsuite.security.password.Passwords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** What the program does, each a line of its table. */
final class Commands {

  private static final int KEY_BYTES = 32;

  private Commands() {}

  /** Serves until the JVM is told to end; all that was begun is answered before it does. */
  static int serve(List<String> arguments, PrintStream out) throws InterruptedException {
    unless(arguments.isEmpty(), "serve", arguments, "must have no arguments");
    Settings settings = Settings.of(System.getenv());
    if (settings.profile() == Profile.PRODUCTION && !Doctor.lets(settings, System.err)) {
      return Command.WRONG;
    }
    RunningServer server = RunningServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    out.println("Listening on " + server.address() + "/octo");
    out.println("Pages:       " + server.origin() + "/");
    if (settings.profile() == Profile.DEVELOPMENT) {
      out.println("Demo token:  " + server.issueToken("demo-reseller").text());
      out.println("Demo staff:  demo-manager " + server.addDemoStaff("demo-manager"));
      if (settings.database().jdbcUrl() == null) { // gone with the process: it may be filled
        out.println("             demo-colleague " + server.addDemoStaff("demo-colleague"));
        DemoSales.fill(server.stock());
      }
    }
    out.flush();
    new CountDownLatch(1).await(); // the hook ends the JVM
    return Command.OK;
  }

  /**
   * A JVM that a signal ends says 143; one that has done all it had to says 0, and one that could
   * not says why.
   */
  @SuppressWarnings({"CatchAndPrintStackTrace", "CatchingUnchecked"})
  private static void stop(RunningServer server) {
    int code = Command.FAILED;
    try {
      server.close();
      code = Command.OK;
    } catch (Exception e) { // Javalin throws what Jetty does, unchecked or not
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }

  static int migrate(List<String> arguments, PrintStream out) {
    unless(arguments.isEmpty(), "migrate", arguments, "must have no arguments");
    Settings settings = Settings.of(System.getenv());
    unless(settings.database().jdbcUrl() != null, "TRAVEL_JDBC_URL", "(none)", "must be given");
    try (ProgramDatabase database = Tables.database(settings)) {
      Tables.migrate(database.dataSource());
      out.println("The tables are there, on " + database.product() + ".");
    }
    return Command.OK;
  }

  static int doctor(List<String> arguments, PrintStream out) {
    return Doctor.run(arguments, out);
  }

  static int alive(List<String> arguments, PrintStream out) {
    unless(arguments.isEmpty(), "alive", arguments, "must have no arguments");
    return OwnAddress.of(Settings.of(System.getenv())).isAlive() ? Command.OK : Command.FAILED;
  }

  static int keygen(List<String> arguments, PrintStream out) {
    unless(arguments.isEmpty(), "keygen", arguments, "must have no arguments");
    out.println(SettingsReader.SIGNING_KEY + "=" + StaffDoor.chance(KEY_BYTES));
    out.println(SettingsReader.METRICS_TOKEN + "=" + StaffDoor.chance(KEY_BYTES));
    out.println(SettingsReader.ADDRESS_KEY + "=" + StaffDoor.chance(KEY_BYTES));
    out.println(SettingsReader.PERSONAL_DATA_KEY + "=" + StaffDoor.chance(KEY_BYTES));
    out.println(SettingsReader.TICKET_KEY + "=" + TicketKeys.newSecret().text());
    return Command.OK;
  }

  static int staff(List<String> arguments, PrintStream out) throws IOException {
    unless(arguments.size() == 2, "staff", arguments.size(), "must have a name and a role");
    Settings settings = Settings.of(System.getenv());
    String password =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    unless(password != null, "password", "(none)", "must come as a line of input");
    try (ProgramDatabase database = Tables.database(settings)) {
      StaffAccounts.of(database.dataSource(), Passwords.create())
          .put(arguments.get(0), String.valueOf(password), arguments.get(1));
    }
    out.println("Done.");
    return Command.OK;
  }

  static int backups(String name, List<String> arguments, PrintStream out) {
    return BackupCommands.run(
        Stream.concat(Stream.of(name), arguments.stream()).toArray(String[]::new),
        System.getenv(),
        out);
  }

  static int token(List<String> arguments, PrintStream out) {
    unless(arguments.size() == 2, "token", arguments.size(), "must have a reseller and days");
    String days = arguments.get(1);
    unless(days.matches("[1-9]\\d{0,2}"), "days", days, "must be 1 to 366");
    Settings settings = Settings.of(System.getenv());
    try (ProgramDatabase database = Tables.database(settings)) {
      out.println(
          Tokens.of(Tables.open(settings, database.dataSource(), Metrics.none()))
              .issue(arguments.get(0), Integer.parseInt(days))
              .text());
    }
    return Command.OK;
  }
}
