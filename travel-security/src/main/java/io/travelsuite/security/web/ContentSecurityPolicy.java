package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page may load and run (Content Security Policy Level 3): the second guard behind output
 * encoding. Immutable; safe for use by many threads.
 */
public final class ContentSecurityPolicy {

  /** The header's name. */
  public static final String HEADER = "Content-Security-Policy";

  private static final Pattern DIRECTIVE = Pattern.compile("[a-z-]{1,40}");

  /** Neither the end of a directive nor of a policy nor of a header. */
  private static final Pattern SOURCE = Pattern.compile("[!-~&&[^;,]]{1,200}");

  /** 16 bytes at least, in base64. */
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/_-]{22,88}={0,2}");

  /** Each of them lets an injected script run. */
  private static final List<String> UNSAFE =
      List.of(
          "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "data:", "http:", "https:");

  private final Map<String, List<String>> directives;

  private ContentSecurityPolicy(Map<String, List<String>> directives) {
    this.directives = directives;
  }

  /** {@return the policy of an API: nothing is loaded, run, framed or sent from its answers} */
  public static ContentSecurityPolicy forApi() {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    directives.put("default-src", List.of("'none'"));
    directives.put("base-uri", List.of("'none'"));
    directives.put("form-action", List.of("'none'"));
    directives.put("frame-ancestors", List.of("'none'"));
    return new ContentSecurityPolicy(directives);
  }

  /**
   * The policy of pages: everything from their own origin, and scripts only with this answer's
   * nonce.
   *
   * @param nonce at least 128 random bits in base64, new for each answer
   * @return the policy
   */
  public static ContentSecurityPolicy forPages(String nonce) {
    unless(
        NONCE.matcher(nonce).matches(), "nonce", "(hidden)", "must be 16 bytes in base64 or more");
    return forApi()
        .with("script-src", "'nonce-" + nonce + "'")
        .with("style-src", "'self'")
        .with("img-src", "'self'")
        .with("font-src", "'self'")
        .with("connect-src", "'self'")
        .with("form-action", "'self'");
  }

  /**
   * The same policy with one directive set: a payment provider's frame, say.
   *
   * @param directive its name: {@code frame-src}
   * @param sources its sources
   * @return the new policy
   * @throws io.travelsuite.InvalidRequestException if a source would end the directive, or is one
   *     of those that let an injected script run and the directive is about scripts
   */
  public ContentSecurityPolicy with(String directive, String... sources) {
    unless(DIRECTIVE.matcher(directive).matches(), "directive", directive, "must be a name");
    boolean scripts = directive.startsWith("script-src") || directive.equals("default-src");
    for (String source : sources) {
      unless(SOURCE.matcher(source).matches(), "source", source, "must be one source");
      unless(!scripts || !UNSAFE.contains(source), "source", source, "lets injected scripts run");
    }
    Map<String, List<String>> changed = new LinkedHashMap<>(directives);
    changed.put(directive, List.of(sources));
    return new ContentSecurityPolicy(changed);
  }

  /** {@return the header's value} */
  public String value() {
    return directives.entrySet().stream()
        .map(entry -> (entry.getKey() + " " + String.join(" ", entry.getValue())).strip())
        .collect(Collectors.joining("; "));
  }
}
