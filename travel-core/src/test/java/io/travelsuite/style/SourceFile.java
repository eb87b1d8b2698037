package io.travelsuite.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Java source with its path from the repository's root. */
record SourceFile(Path path, String text) {

  static SourceFile of(String path, String text) {
    return new SourceFile(Path.of(path), text);
  }

  /** Every source of every module. */
  static List<SourceFile> ofRepository() throws IOException {
    Path root = repositoryRoot();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(root::relativize)
          .filter(path -> path.toString().matches("(?!.*target/).*src/(main|test)/java/.*\\.java"))
          .map(path -> new SourceFile(path, read(root.resolve(path))))
          .toList();
    }
  }

  /** The tests run in their module's folder, or in the root. */
  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isMain() {
    return path.toString().contains("src/main/java/");
  }

  boolean isNamed(String fileName) {
    return path.endsWith(fileName);
  }

  /** Whether it holds this top-level type. */
  boolean holds(String qualifiedName) {
    return path.endsWith(qualifiedName.replace('.', '/') + ".java");
  }

  Path folder() {
    return path.resolveSibling("");
  }
}
