package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of an endpoint, in the one form that is taken: {@code
 * https://name.of.host[:port][/path]}. A URL that two programs might read differently is none: no
 * user, no fragment, no backslash, no escapes in the host, and no address in the place of a name,
 * however it is spelled (decimal, octal, hexadecimal, short, in brackets). Names beyond ASCII are
 * given in their A-labels (RFC 5890). Immutable.
 *
 * @param secure whether it is https
 * @param host a DNS name of two labels or more, in lower case
 * @param port 1 to 65535
 * @param target path and query, at least {@code /}
 */
public record PartnerUrl(boolean secure, String host, int port, String target) {

  private static final int LONGEST = 2_000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final String RULE =
      "must be https:// with the name of a public host, and perhaps a port and a path";

  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://([A-Za-z0-9.-]{1,253})(?::([1-9][0-9]{0,4}))?"
              + "((?:[/?][A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)");

  /** The last label begins with a letter: what ends in a number is read as an address by some. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?");

  /** Names that mean something inside of a network or a machine alone (RFC 6761, 6762, 8375). */
  private static final List<String> INSIDE =
      List.of(".localhost", ".local", ".internal", ".home.arpa", ".onion", ".localdomain");

  /**
   * Reads a URL.
   *
   * @param text the URL, at most 2,000 characters
   * @return the URL
   * @throws io.travelsuite.InvalidRequestException if it is not in the one form
   */
  public static PartnerUrl of(String text) {
    Matcher parts = FORM.matcher(text);
    unless(text.length() <= LONGEST && parts.matches(), "url", shown(text), RULE);
    String host = parts.group(2).toLowerCase(Locale.ROOT);
    unless(NAME.matcher(host).matches(), "url", shown(text), RULE);
    unless(INSIDE.stream().noneMatch(host::endsWith), "url", shown(text), RULE);
    boolean secure = parts.group(1).equals("https");
    int usual = secure ? HTTPS : HTTP;
    int port = parts.group(3) == null ? usual : Integer.parseInt(parts.group(3));
    unless(port <= 65_535, "url", shown(text), RULE);
    String target = parts.group(4);
    return new PartnerUrl(secure, host, port, target.startsWith("/") ? target : "/" + target);
  }

  /** Without what may be a password or a token in it. */
  private static String shown(String text) {
    return text.replaceAll("//[^/]*@", "//…@").replaceAll("[?#].*", "?…");
  }

  /** {@return host and port as the Host field has them (RFC 9110, 7.2)} */
  String authority() {
    return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  /** {@return the URL in its one form} */
  String text() {
    return (secure ? "https://" : "http://") + authority() + target;
  }

  /** {@return scheme, host and port: partners put tokens into paths} */
  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + authority() + "/…";
  }
}
