package io.travelsuite.examples.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The vector files of the tests. */
final class Vectors {

  static final Path FOLDER = Path.of("src/test/resources/vectors/webhooks");
  private static final Path OWN = Path.of("src/test/resources/vectors/own");

  private Vectors() {}

  static List<Path> files() {
    return Stream.of(FOLDER, OWN).flatMap(folder -> files(folder).stream()).toList();
  }

  /** The files that were given, without those made here. */
  static List<Path> published() {
    return files(FOLDER);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all files. */
  static List<VectorCase> cases() {
    return files().stream().flatMap(file -> VectorFile.read(file).stream()).toList();
  }
}
