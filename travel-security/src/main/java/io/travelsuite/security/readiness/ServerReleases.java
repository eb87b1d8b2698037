package io.travelsuite.security.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which releases of MySQL and MariaDB are maintained, and the patch that a server should have.
 * {@link #BUNDLED} is as old as this library: hand over a newer one, from the vendors' pages. Their
 * patches: dev.mysql.com/doc/relnotes/mysql/8.4/en/ and …/9.7/en/,
 * github.com/MariaDB/server/releases (those of 16 November 2026). Until when they are maintained:
 * mysql.com/support/eol-notice.html, mariadb.org/about/#maintenance-policy; MariaDB tells of 12.3,
 * whose first stable release was 12.3.2 in May 2026, until June 2029.
 *
 * @param asOf when it was written
 * @param series the long-term ones; another is not judged as maintained
 */
public record ServerReleases(LocalDate asOf, List<Series> series) {

  /** What was known when this was written. */
  public static final ServerReleases BUNDLED =
      new ServerReleases(
          LocalDate.of(2026, 11, 27),
          List.of(
              new Series(false, "8.4", 13, LocalDate.of(2032, 4, 30)),
              new Series(false, "9.7", 4, LocalDate.of(2034, 4, 30)),
              new Series(true, "10.11", 20, LocalDate.of(2028, 2, 16)),
              new Series(true, "11.4", 14, LocalDate.of(2029, 5, 29)),
              new Series(true, "11.8", 10, LocalDate.of(2028, 6, 4)),
              new Series(true, "12.3", 2, LocalDate.of(2029, 6, 1))));

  /** Copies the list. */
  public ServerReleases {
    series = List.copyOf(series);
  }

  /**
   * A series of releases.
   *
   * @param mariaDb whether it is MariaDB's
   * @param name its first two numbers: {@code 8.4}
   * @param patch the third number that a server should have at least
   * @param until when it ends
   */
  public record Series(boolean mariaDb, String name, int patch, LocalDate until) {}

  /** Of a version such as {@code 8.4.7} or {@code 5.5.5-10.11.9-MariaDB-log}. */
  Optional<Series> of(String version) {
    boolean mariaDb = version.contains("MariaDB");
    String numbers = numbers(version);
    return series.stream()
        .filter(one -> one.mariaDb() == mariaDb && numbers.startsWith(one.name() + "."))
        .findFirst();
  }

  /** The third number; -1 when nobody can read it. */
  static int patch(String version) {
    String[] parts = numbers(version).split("[^0-9]+", -1);
    return parts.length > 2 && !parts[2].isEmpty() ? Integer.parseInt(parts[2]) : -1;
  }

  /** Old clients of MariaDB's protocol are told a version with 5.5.5- before it. */
  private static String numbers(String version) {
    return version.startsWith("5.5.5-") ? version.substring(6) : version;
  }
}
