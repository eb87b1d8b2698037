package io.travelsuite.idempotency.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Idempotency-Key}. */
public final class IdempotencyKey {

  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  private static final int MOST = 255;

  /** Twice the longest key, each character escaped, with room for spaces. */
  private static final int LONGEST_VALUE = 600;

  /** A String of RFC 8941, section 3.3.3. */
  private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

  /** What most clients send: no space, quote or comma, so that two headers are never one key. */
  private static final Pattern BARE = Pattern.compile("[!#-+\\--~]+");

  private IdempotencyKey() {}

  /**
   * {@return the key, quoted as the draft has it, or bare; empty when there is not exactly one of 1
   * to 255 characters}
   *
   * @param values of all headers of that name
   */
  public static Optional<String> parse(List<String> values) {
    if (values.size() != 1 || values.get(0).length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    String value = values.get(0).strip();
    Matcher quoted = QUOTED.matcher(value);
    String key = value;
    if (quoted.matches()) {
      key = quoted.group(1).replaceAll("\\\\(.)", "$1");
    } else if (!BARE.matcher(value).matches()) {
      return Optional.empty();
    }
    return key.isEmpty() || key.length() > MOST ? Optional.empty() : Optional.of(key);
  }
}
