package io.travelsuite.jdbc.backup;

import static io.travelsuite.InvalidRequestException.unless;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server's own programs: one that dumps and one that runs SQL. Use those of the server's own
 * product and of its release or a newer one.
 *
 * @param dump {@code mariadb-dump} or {@code mysqldump}: the program's path, or a command before it
 * @param client {@code mariadb} or {@code mysql}, likewise
 */
public record DatabaseTools(List<String> dump, List<String> client) {

  /** Checks and copies. */
  public DatabaseTools {
    unless(!dump.isEmpty(), "dump", dump, "must name a program");
    unless(!client.isEmpty(), "client", client, "must name a program");
    dump = List.copyOf(dump);
    client = List.copyOf(client);
  }

  /**
   * Those that the search path has; MariaDB's before MySQL's. One that is missing is told when it
   * is used.
   *
   * @param path the environment's {@code PATH}
   * @return the programs
   */
  public static DatabaseTools on(String path) {
    return new DatabaseTools(
        List.of(find(path, "mariadb-dump", "mysqldump")), List.of(find(path, "mariadb", "mysql")));
  }

  private static String find(String path, String first, String second) {
    return Stream.of(first, second)
        .flatMap(name -> in(path, name).stream())
        .findFirst()
        .orElse(second);
  }

  private static Optional<String> in(String path, String name) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
