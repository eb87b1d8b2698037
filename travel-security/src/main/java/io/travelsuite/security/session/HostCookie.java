package io.travelsuite.security.session;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that only this host sets and gets, only over HTTPS: its name begins with {@code
 * __Host-}, for which browsers demand Secure, {@code Path=/} and no Domain (RFC 6265bis, 4.1.3), so
 * that no other host of the domain can plant one. There is no less secure form of it: browsers take
 * {@code http://localhost} for secure. Immutable and thread-safe.
 */
public final class HostCookie {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~-]{1,1024}");
  private static final Duration LONGEST = Duration.ofDays(400);

  private final String name;
  private final String attributes;

  private HostCookie(String name, String attributes) {
    unless(NAME.matcher(name).matches(), "name", name, "must be 1 to 32 of A-Z a-z 0-9 _ -");
    this.name = "__Host-" + name;
    this.attributes = attributes;
  }

  /**
   * A cookie that no script sees, and that other sites send along only as they link here.
   *
   * @param name without {@code __Host-}, 1 to 32 of {@code A–Z a–z 0–9 _ -}
   * @return the cookie: HttpOnly, SameSite=Lax
   */
  public static HostCookie of(String name) {
    return new HostCookie(name, "; Path=/; Secure; HttpOnly; SameSite=Lax");
  }

  /**
   * A cookie that no script sees, and that other sites never send along: for staff, who come by no
   * link.
   *
   * @param name as for {@link #of}
   * @return the cookie: HttpOnly, SameSite=Strict
   */
  public static HostCookie strict(String name) {
    return new HostCookie(name, "; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  /**
   * A cookie that this host's scripts read, as that of a {@link CsrfGuard}; never for a session.
   *
   * @param name as for {@link #of}
   * @return the cookie: SameSite=Strict
   */
  public static HostCookie readable(String name) {
    return new HostCookie(name, "; Path=/; Secure; SameSite=Strict");
  }

  /** {@return the name, with {@code __Host-}} */
  public String name() {
    return name;
  }

  /**
   * {@return the value of a {@code Set-Cookie} field that sets it until the browser is closed}
   *
   * @param value 1 to 1,024 of {@code A–Z a–z 0–9 . _ ~ -}
   */
  public String set(String value) {
    unless(VALUE.matcher(value).matches(), "value", "(hidden)", "must be 1 to 1,024 unreserved");
    return name + "=" + value + attributes;
  }

  /**
   * {@return the value of a {@code Set-Cookie} field that sets it for a time}
   *
   * @param value as for {@link #set(String)}
   * @param age 1 second to 400 days, which is what browsers take
   */
  public String set(String value, Duration age) {
    boolean fits = age.toSeconds() >= 1 && age.compareTo(LONGEST) <= 0;
    unless(fits, "age", age, "must be 1 second to 400 days");
    return set(value) + "; Max-Age=" + age.toSeconds();
  }

  /** {@return the value of a {@code Set-Cookie} field that deletes it} */
  public String clear() {
    return name + "=" + attributes + "; Max-Age=0";
  }

  /**
   * Reads it from a request. One that is there twice is not believed, nor is one with a value that
   * {@link #set} would refuse. In linear time.
   *
   * @param header the value of the {@code Cookie} field, or null; several are joined by {@code ";
   *     "}
   * @return the cookie's value
   */
  public Optional<String> read(@Nullable String header) {
    String found = null;
    for (int from = 0; header != null && from < header.length(); ) {
      int semicolon = header.indexOf(';', from);
      int to = semicolon < 0 ? header.length() : semicolon;
      String value = value(header, from, to);
      if (value != null && found != null) {
        return Optional.empty();
      }
      found = value == null ? found : value;
      from = to + 1;
    }
    return Optional.ofNullable(found).filter(value -> VALUE.matcher(value).matches());
  }

  /** The value of a pair, if it is of this name. */
  private @Nullable String value(String header, int from, int to) {
    int start = from;
    while (start < to && (header.charAt(start) == ' ' || header.charAt(start) == '\t')) {
      start++;
    }
    boolean ours =
        header.startsWith(name, start)
            && start + name.length() < to
            && header.charAt(start + name.length()) == '=';
    return ours ? header.substring(start + name.length() + 1, to).strip() : null;
  }
}
