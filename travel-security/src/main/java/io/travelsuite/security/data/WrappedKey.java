package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * A data key, encrypted by a key that encrypts keys.
 *
 * @param wrappedBy the id of the key that encrypted it, 1 to 256 visible characters of ASCII
 * @param text the encrypted key, 1 to 4,096 visible characters of ASCII
 */
public record WrappedKey(String wrappedBy, String text) {

  private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
  private static final Pattern TEXT = Pattern.compile("[!-~]{1,4096}");

  /** Checks the forms. */
  public WrappedKey {
    unless(ID.matcher(wrappedBy).matches(), "wrappedBy", wrappedBy, "must be 1 to 256 of ASCII");
    unless(TEXT.matcher(text).matches(), "text", "(hidden)", "must be 1 to 4,096 of ASCII");
  }

  /** Shows by what it was encrypted, not the rest. */
  @Override
  public String toString() {
    return "WrappedKey[" + wrappedBy + "]";
  }
}
