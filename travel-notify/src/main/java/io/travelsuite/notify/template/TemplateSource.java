package io.travelsuite.notify.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where templates come from. Asked at {@code build()} alone. */
@FunctionalInterface
public interface TemplateSource {

  /**
   * {@return the text of a file, or null when this source has none of that name}
   *
   * @param file such as {@code mail.html} or {@code de/words.properties}
   */
  @Nullable String read(String file);

  /**
   * {@return the files of a directory, in UTF-8}
   *
   * @param directory where they are
   */
  static TemplateSource directory(Path directory) {
    return file -> {
      Path path = directory.resolve(file);
      try {
        return Files.isRegularFile(path) ? Files.readString(path) : null;
      } catch (IOException e) {
        throw new UncheckedIOException(path + " could not be read as UTF-8", e);
      }
    };
  }

  /**
   * {@return the files of a class path, in UTF-8}
   *
   * @param loader by which they are found
   * @param prefix before each name, such as {@code com/example/mail/}
   */
  static TemplateSource classPath(ClassLoader loader, String prefix) {
    return file -> {
      try (InputStream in = loader.getResourceAsStream(prefix + file)) {
        return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(prefix + file + " could not be read", e);
      }
    };
  }
}
