package io.travelsuite.examples.program;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where a program writes what it made. */
public final class OutputFolder {

  private OutputFolder() {}

  /**
   * Makes the folder.
   *
   * @param wanted the user's choice, or null for a folder in the program's own target, whatever the
   *     working directory
   * @param program the program's class
   * @param name the folder's name there
   * @return the folder, which is there and can be written to
   * @throws BadInputException when it cannot be made or written to
   */
  public static Path create(@Nullable Path wanted, Class<?> program, String name) {
    Path folder = wanted == null ? target(program).resolve(name) : wanted;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("--out: cannot make the folder " + folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new BadInputException("--out: cannot write to the folder " + folder, null);
    }
    return folder;
  }

  /**
   * {@return Maven's target, in which the folder of the classes is, or the jar}
   *
   * @param program the program's class
   */
  public static Path target(Class<?> program) {
    CodeSource source = program.getProtectionDomain().getCodeSource();
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
