package io.travelsuite.examples.server;

import io.travelsuite.examples.program.Programs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: starts a server, says where it is, and stops it cleanly. */
@Command(
    name = "reference-server",
    mixinStandardHelpOptions = true,
    description = "Starts a server with demo data that resellers can book on by OCTO.",
    footer = {
      "Environment: TRAVEL_JDBC_URL, a MySQL or MariaDB database with user and password (default:",
      "an embedded MariaDB); PORT (8080); TRAVEL_RATE, changes a token may make (1200/m)."
    })
public final class ReferenceServer implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** For picocli, and {@link #main}. */
  ReferenceServer() {}

  /**
   * Runs until it is told to stop (SIGTERM, Ctrl-C).
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Programs.run(Programs.commandLine(new ReferenceServer()), arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    RunningServer server = RunningServer.start(Settings.of(System.getenv()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Listening on " + server.address() + "/octo");
    out.println("Demo token:  " + server.issueToken("demo-reseller").text());
    out.flush();
    new CountDownLatch(1).await(); // the hook ends the JVM
    return ExitCode.OK;
  }
}
