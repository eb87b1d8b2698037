package io.travelsuite.examples.server;

import io.travelsuite.StorageException;
import io.travelsuite.TravelException;
import io.travelsuite.examples.program.BadInputException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program: its first argument is what it does; without one it serves. */
public final class ReferenceServer {

  /** All there is, by name. A line adds one. */
  private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("serve", Commands::serve);
    COMMANDS.put("migrate", Commands::migrate);
    COMMANDS.put("doctor", Commands::doctor);
    COMMANDS.put("alive", Commands::alive);
    COMMANDS.put("keygen", Commands::keygen);
    COMMANDS.put("staff", Commands::staff);
    COMMANDS.put("token", Commands::token);
    for (String name : List.of("access", "erase", "seal")) {
      COMMANDS.put(name, (arguments, out) -> Persons.command(name, arguments, out));
    }
    for (String name : List.of("backup", "restore", "drill")) {
      COMMANDS.put(name, (arguments, out) -> Commands.backups(name, arguments, out));
    }
  }

  private ReferenceServer() {}

  /**
   * Runs a command; without one it serves until it is told to stop (SIGTERM, Ctrl-C).
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    int code = run(List.of(arguments), System.out);
    if (code != Command.OK) {
      System.exit(code); // Maven runs this in its own JVM, whose exit code it is then
    }
  }

  /** Runs a command, and says in a line what is wrong with what it was given. */
  @SuppressWarnings("CatchAndPrintStackTrace") // a stack trace is for what nobody thought of
  static int run(List<String> arguments, PrintStream out) {
    String name = arguments.isEmpty() ? "serve" : arguments.get(0);
    Command command = COMMANDS.get(name);
    if (command == null) {
      usage(out);
      return name.equals("--help") ? Command.OK : Command.WRONG;
    }
    try {
      return command.run(arguments.subList(Math.min(1, arguments.size()), arguments.size()), out);
    } catch (BadInputException | TravelException e) {
      System.err.println(name + ": " + e.getMessage());
      return e instanceof StorageException ? Command.FAILED : Command.WRONG;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Command.FAILED;
    } catch (Exception e) {
      e.printStackTrace();
      return Command.FAILED;
    }
  }

  private static void usage(PrintStream out) {
    out.println("reference-server [" + String.join("|", COMMANDS.keySet()) + "] …");
    out.println(
        """
        serve                     listens until it is told to stop; the default
        migrate                   makes or updates the tables, with an account that may
        doctor [--production] [--json]
                                  looks whether all is as production needs it: 0, or 2 when not
        alive                     asks the server of this machine: 0 when it answers, else 1
        keygen                    prints new secrets
        staff NAME ROLE           adds an account, or sets its password, which it reads
        token RESELLER DAYS       prints a new token of a reseller
        access                    prints all that is kept of somebody, whose e-mail it reads
        erase                     erases somebody for good, whose e-mail it reads
        seal JOB                  seals persons by the current key; JOB names the rotation
        backup|restore|drill      of the database: see docs/backup.md
        Environment: see docs/reference-server.md.\
        """);
  }
}
