package io.travelsuite.security.secret;

import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a small file that holds a secret. */
final class SecretFile {

  static final int MOST_BYTES = 64 << 10;

  private SecretFile() {}

  /** Its text, without the line end that editors and {@code echo} put behind it. */
  static Secret read(String name, Path file) {
    String text = text(name, file);
    String secret = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    secret = secret.endsWith("\r") ? secret.substring(0, secret.length() - 1) : secret;
    if (secret.isBlank()) {
      throw new SecretSourceException("environment", name + " names a file that is empty");
    }
    return Secret.of(secret);
  }

  static String text(String name, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new SecretSourceException("environment", name + " names a file above 64 KiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new SecretSourceException("environment", name + " names a file that can't be read");
    }
  }
}
