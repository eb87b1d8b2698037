package io.travelsuite;

import java.util.Optional;
import java.util.UUID;

/**
 * Reads UUIDs as RFC 9562, section 4, writes them, and nothing else: 36 characters, in capitals or
 * not. {@link UUID#fromString} takes {@code 1-1-1-1-1} too, so that one id could be written in many
 * ways. Stateless; safe for use by many threads.
 */
public final class UuidText {

  private static final int CHARACTERS = 36;

  private UuidText() {}

  /**
   * {@return the UUID, or empty when the text is none}
   *
   * @param text of any length and content
   */
  public static Optional<UUID> parse(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * {@return the UUID}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID; does not repeat it
   */
  public static UUID of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("no UUID"));
  }
}
