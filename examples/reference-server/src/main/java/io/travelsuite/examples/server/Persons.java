package io.travelsuite.examples.server;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.person.People;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about persons by command: an address comes as a line of input, so that it is in no
 * list of processes and no history of a shell.
 */
final class Persons {

  private static final Logger LOG = LoggerFactory.getLogger(Persons.class);

  private Persons() {}

  /** Prints everything that is kept of somebody. */
  static int access(Settings settings, String email, PrintStream out) {
    try (ProgramDatabase database = database(settings)) {
      Open open = open(settings, database.dataSource());
      out.println(open.people().access(open.operator(), email).json());
    }
    return Command.OK;
  }

  /** Erases somebody for good, after writing it into the journal. */
  static int erase(Settings settings, String email, PrintStream out) {
    ErasureJournal journal = journal(settings);
    try (ProgramDatabase database = database(settings)) {
      Open open = open(settings, database.dataSource());
      Set<DataSubject> persons = open.people().find(open.operator(), email);
      Erasure erasure = open.people().erasure(journal);
      persons.forEach(erasure::erase);
      out.println(persons.size() + " bookings tell of nobody any more.");
    }
    return Command.OK;
  }

  /** Seals what is not sealed by the current key; see docs/reference-server.md. */
  static int seal(Settings settings, String job, PrintStream out) {
    try (ProgramDatabase database = database(settings)) {
      Open open = open(settings, database.dataSource());
      boolean done = open.people().seal(open.operator(), job);
      out.println(done ? "All is sealed by the current key." : "Call it again in three minutes.");
    }
    return Command.OK;
  }

  /** A line of input. */
  static String line() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    unless(line != null && !line.isBlank(), "email", "(none)", "must come as a line of input");
    return String.valueOf(line).strip();
  }

  /** Whoever was erased stays so, though somebody restored a backup and forgot it. */
  static void eraseAgain(Settings settings, DataSource dataSource, JdbcTravel travel) {
    Path journal = settings.running().journal();
    PersonKeys keys = settings.personKeys().orElse(null);
    if (journal == null || keys == null) {
      return;
    }
    Erasure.Report report =
        People.in(dataSource, travel, keys).erasure(new ErasureJournal(journal)).replay();
    if (report.rows() > 0 || report.torn()) {
      LOG.warn(
          "{} rows told of persons that were erased before; the journal's last line was {}",
          report.rows(),
          report.torn() ? "broken off: ask who wanted to be erased then" : "whole");
    }
  }

  private static ProgramDatabase database(Settings settings) {
    unless(settings.database().jdbcUrl() != null, "TRAVEL_JDBC_URL", "(none)", "must be given");
    return Tables.database(settings);
  }

  /** The people of the server's operator. */
  private record Open(People people, OperatorId operator) {}

  private static Open open(Settings settings, DataSource dataSource) {
    String name = SettingsReader.PERSONAL_DATA_KEY;
    PersonKeys keys = settings.personKeys().orElse(null);
    if (keys == null) {
      throw new InvalidRequestException(name, "(none)", "must be given");
    }
    JdbcTravel travel = Tables.open(settings, dataSource, Metrics.none());
    return new Open(People.in(dataSource, travel, keys), DemoData.operator(travel).id());
  }

  private static ErasureJournal journal(Settings settings) {
    Path journal = settings.running().journal();
    if (journal == null) {
      String name = SettingsReader.ERASURE_JOURNAL;
      throw new InvalidRequestException(name, "(none)", "must be given");
    }
    return new ErasureJournal(journal);
  }

  static int command(String name, List<String> arguments, PrintStream out) throws IOException {
    Settings settings = Settings.of(System.getenv());
    boolean seals = name.equals("seal");
    int wanted = seals ? 1 : 0;
    unless(arguments.size() == wanted, name, arguments.size(), "must have " + wanted + " argument");
    if (seals) {
      return seal(settings, arguments.get(0), out);
    }
    return name.equals("erase") ? erase(settings, line(), out) : access(settings, line(), out);
  }
}
