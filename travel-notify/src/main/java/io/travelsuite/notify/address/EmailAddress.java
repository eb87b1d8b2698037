package io.travelsuite.notify.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as SMTP takes it (RFC 5321, 4.1.2), in ASCII alone. Immutable; its text form
 * shows nothing of it.
 *
 * <p>A domain of other letters is turned into its ASCII form (Punycode, by {@link IDN}). What that
 * form would make another domain of ({@code ß}, {@code ς}, the joiners) is refused, and so are
 * address literals ({@code [192.0.2.1]}) and mailboxes with other letters, which few servers take
 * (SMTPUTF8).
 *
 * @param mailbox what stands before the {@code @}, as it was written
 * @param domain what stands behind it, in ASCII and lower case
 */
public record EmailAddress(String mailbox, String domain) {

  private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, without the brackets
  private static final int LONGEST_MAILBOX = 64;
  private static final int LONGEST_DOMAIN = 253;

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern DOTTED = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])+\"");

  /** The last label is never a number: that would be an address of a host. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** IDNA 2003, which {@link IDN} knows, maps these to something else than IDNA 2008 does. */
  private static final Pattern DEVIATING = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  /**
   * Reads an address: a mailbox at a domain, without a name, a comment or space around it.
   *
   * @param text what may be one
   * @return the address, or empty when it is none that can be written to
   */
  public static Optional<EmailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String mailbox = text.substring(0, at);
    boolean good = DOTTED.matcher(mailbox).matches() || QUOTED.matcher(mailbox).matches();
    return good && mailbox.length() <= LONGEST_MAILBOX
        ? asciiDomain(text.substring(at + 1)).map(domain -> new EmailAddress(mailbox, domain))
        : Optional.empty();
  }

  private static Optional<String> asciiDomain(String domain) {
    if (DEVIATING.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      boolean good = ascii.length() <= LONGEST_DOMAIN && DOMAIN.matcher(ascii).matches();
      return good ? Optional.of(ascii) : Optional.empty();
    } catch (RuntimeException notOne) { // besides what it says, a StringIndexOutOfBoundsException
      return Optional.empty();
    }
  }

  /** {@return mailbox and domain with an {@code @} between: for an envelope, never a log} */
  public String text() {
    return mailbox + "@" + domain;
  }

  /** {@return a text without the address} */
  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
