package io.travelsuite.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all modules and the pages, from this repository's root. */
public final class Repository {

  private static final List<Path> SOURCES = allSources();

  private Repository() {}

  /** The folder of the whole project. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Java files whose path from the root matches. */
  public static List<Path> sources(String pattern) {
    Path root = root();
    return SOURCES.stream()
        .filter(file -> root.relativize(file).toString().matches(pattern))
        .toList();
  }

  private static List<Path> allSources() {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
