package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * By what the owner of a claim proves that it is still the owner. Whoever takes the claim over has
 * a higher number and another owner; all that was given before is stale from then on.
 *
 * @param scope of the key
 * @param key 1 to 255 printable ASCII characters
 * @param number 1 for the first claim of a key, one more for each after it. May be handed to
 *     another system that refuses numbers lower than one it has seen
 * @param owner of this claim alone
 */
public record Fence(Scope scope, String key, long number, UUID owner) {

  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

  /** Checks the key. */
  public Fence {
    checkKey(key);
  }

  /**
   * Checks the form of a key.
   *
   * @param key to be 1 to 255 printable ASCII characters
   * @throws io.travelsuite.InvalidRequestException when it is not
   */
  public static void checkKey(String key) {
    unless(KEY.matcher(key).matches(), "key", key, "must be 1 to 255 printable ASCII characters");
  }
}
