package io.travelsuite.examples.gtfs;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where the picture goes. */
final class OutputFolder {

  private OutputFolder() {}

  /**
   * Makes the folder.
   *
   * @param wanted the user's choice, or null for {@code target/gtfs-import} of this example,
   *     whatever the working directory
   * @throws BadInputException when it cannot be written to
   */
  static Path create(@Nullable Path wanted) {
    Path folder = wanted == null ? target().resolve("gtfs-import") : wanted;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("--out: cannot make the folder " + folder, e);
    }
    return folder;
  }

  /** The folder of the classes, or of the jar, is in Maven's target. */
  private static Path target() {
    CodeSource source = OutputFolder.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        Path parent = Path.of(source.getLocation().toURI()).getParent();
        if (parent != null && parent.endsWith("target")) {
          return parent;
        }
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // not from a file: the working directory will do
    }
    return Path.of("target");
  }
}
