package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * Guards the database's address against a password in it: addresses are logged, shown in metrics
 * and written into exceptions by drivers and pools. No state; safe for use by many threads.
 */
public final class DatabaseUrl {

  private static final Pattern PARAMETER =
      Pattern.compile(
          "[?&;,(]\\s*(?:password\\w*|pwd|trustCertificateKeyStorePassword|"
              + "clientCertificateKeyStorePassword|keyStorePassword|keyPassword)\\s*=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern USER = Pattern.compile("//(?:[^/?#]*,)?[^/?#@,:]*:[^/?#@]*@");

  private DatabaseUrl() {}

  /**
   * {@return the address, as it was}
   *
   * @param url a JDBC URL
   * @throws io.travelsuite.InvalidRequestException if it holds a password, before the host or among
   *     the parameters; tells neither
   */
  public static String withoutPassword(String url) {
    boolean none = !PARAMETER.matcher(url).find() && !USER.matcher(url).find();
    unless(none, "url", "(hidden)", "must not hold a password; give it to the pool as a secret");
    return url;
  }
}
