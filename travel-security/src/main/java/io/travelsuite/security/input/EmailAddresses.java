package io.travelsuite.security.input;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * E-mail addresses of customers: {@code local@domain} as RFC 5321, section 4.1.2, has it, with a
 * dot in the domain, which may be written in any script.
 *
 * <p>Refused by policy, though they may be addresses: quoted local parts, addresses in brackets,
 * names without a dot ({@code localhost}), comments and lists; no customer has them, and each has
 * carried an injection into mails. No state; safe for use by many threads.
 */
public final class EmailAddresses {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;

  private EmailAddresses() {}

  /**
   * Reads an address. Whether somebody reads mail there only a mail can tell.
   *
   * @param text what may be one; spaces around it are not taken away
   * @return the address with its domain in lower case and punycode, ready to send to and to
   *     compare; the local part as it was, since it belongs to the domain's own rules; or empty
   */
  public static Optional<String> parse(String text) {
    if (!TextRules.isEmail(text)) {
      return Optional.empty();
    }
    int at = text.indexOf('@');
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      String address = text.substring(0, at) + "@" + domain.toLowerCase(Locale.ROOT);
      boolean fits = at <= LONGEST_LOCAL && address.length() <= LONGEST;
      return fits ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }
}
