package io.travelsuite.examples.server.pay;

import io.travelsuite.idempotency.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of the server's own, under which the library and providers do a thing once. */
public final class Keys {

  private Keys() {}

  /**
   * {@return a key of 64 small letters made of some texts: the same for the same texts} It has no
   * digits, since keys that look like a card number are refused.
   *
   * @param parts in their order
   */
  public static String of(String... parts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : parts) {
      fields.put("part" + fields.size(), part);
    }
    StringBuilder letters = new StringBuilder(64);
    Fingerprint.of(1, fields)
        .sha256()
        .chars()
        .forEach(digit -> letters.append((char) (digit <= '9' ? digit - '0' + 'g' : digit)));
    return letters.toString();
  }
}
