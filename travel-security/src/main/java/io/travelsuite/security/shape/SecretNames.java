package io.travelsuite.security.shape;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names have values that nobody should see. */
public final class SecretNames {

  private static final int LONGEST = 64;

  /** Anywhere within a name, without its dashes, dots and underscores. */
  private static final List<String> WITHIN =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "signingkey",
          "authorization",
          "credential",
          "cookie",
          "sessionid",
          "cardnumber",
          "securitycode",
          "onetimecode",
          "authtoken",
          "accountsid");

  /** The whole name. */
  private static final Set<String> WHOLE =
      Set.of("pass", "pwd", "pin", "otp", "cvv", "cvc", "cvv2", "pan", "jwt", "sid", "session");

  private static final Set<String> LINES =
      Set.of("authorization", "proxyauthorization", "cookie", "setcookie");

  private static final Set<String> PHONES =
      Set.of("phone", "phonenumber", "mobile", "telephone", "tel", "msisdn", "fax");

  private SecretNames() {}

  /**
   * {@return whether a name's value is a secret}
   *
   * @param name as it stands in a header, a query, a record, JSON
   */
  public static boolean isSecret(CharSequence name) {
    String plain = plain(name);
    return WHOLE.contains(plain) || WITHIN.stream().anyMatch(plain::contains);
  }

  /**
   * {@return whether the secret goes on to the end of its line, as in headers of HTTP}
   *
   * @param name as it stands
   */
  public static boolean isHeader(CharSequence name) {
    return LINES.contains(plain(name));
  }

  /**
   * {@return whether a name's value is a telephone number}
   *
   * @param name as it stands
   */
  public static boolean isPhone(CharSequence name) {
    return PHONES.contains(plain(name));
  }

  private static String plain(CharSequence name) {
    StringBuilder plain = new StringBuilder(LONGEST);
    for (int at = Math.max(0, name.length() - LONGEST); at < name.length(); at++) {
      char c = name.charAt(at);
      if (c != '-' && c != '_' && c != '.' && c != ' ') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
