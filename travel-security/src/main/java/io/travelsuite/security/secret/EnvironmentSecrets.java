package io.travelsuite.security.secret;

import io.travelsuite.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of the process's environment: {@code NAME}, or a file that {@code NAME_FILE} names, as
 * container platforms mount them; the previous one as {@code NAME_PREVIOUS} or {@code
 * NAME_PREVIOUS_FILE}. A file is read at each look, so that it may change while the process runs.
 * Immutable; safe for use by many threads.
 */
public final class EnvironmentSecrets implements SecretSource {

  private final Map<String, String> environment;

  /**
   * Secrets of an environment.
   *
   * @param environment {@code System.getenv()}, copied
   */
  public EnvironmentSecrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * {@inheritDoc}
   *
   * @throws SecretSourceException if both {@code NAME} and {@code NAME_FILE} are set, or the file
   *     can't be read, is empty or above 64 KiB
   */
  @Override
  public Optional<SecretVersions> find(String name) {
    Secret current = one(name);
    return current == null
        ? Optional.empty()
        : Optional.of(new SecretVersions(current, one(name + "_PREVIOUS"), null));
  }

  private @Nullable Secret one(String name) {
    String value = environment.get(name);
    String file = environment.get(name + "_FILE");
    if (value != null && file != null) {
      throw new SecretSourceException("environment", name + " and " + name + "_FILE are both set");
    }
    if (file != null) {
      try {
        return SecretFile.read(name + "_FILE", Path.of(file));
      } catch (InvalidPathException notPath) {
        throw new SecretSourceException("environment", name + "_FILE is no path");
      }
    }
    return value == null || value.isBlank() ? null : Secret.of(value);
  }
}
