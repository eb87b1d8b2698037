package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.address.AddressRange;
import io.travelsuite.security.address.AddressRanges;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Configuration for nginx that limits by the same rules before requests reach the application (<a
 * href="https://nginx.org/en/docs/http/ngx_http_limit_req_module.html">limit_req</a>): a first
 * sieve for floods. What it counts is by address alone, in each nginx for itself; it does not
 * replace a limiter.
 *
 * <p>nginx's leaky bucket with {@code burst} of one less than the limit and {@code nodelay} accepts
 * what {@link Algorithm#GCRA} does. Rates are whole numbers a second or a minute there: one between
 * two is rounded up, so that nginx never refuses what the application would allow for that reason.
 * IPv6 addresses are counted one by one, not by their /64.
 */
public final class NginxRecipe {

  private NginxRecipe() {}

  /**
   * {@return the part for the {@code http} block: what is counted, and how fast it may come}
   *
   * @param policies keyed by the client's address; each rule's limit at least 1
   * @throws io.travelsuite.InvalidRequestException if a rule denies everything
   */
  public static String zones(List<RatePolicy> policies) {
    StringBuilder text = new StringBuilder("limit_req_status 429;\n");
    for (RatePolicy policy : policies) {
      text.append("map $request_method $").append(variable(policy)).append(" {\n");
      text.append(
          policy.methods().isEmpty()
              ? "  default $binary_remote_addr;\n"
              : "  default \"\";\n"
                  + policy.methods().stream()
                      .sorted()
                      .map(method -> "  " + method + " $binary_remote_addr;\n")
                      .collect(Collectors.joining()));
      text.append("}\n");
      for (RateRule rule : policy.rules()) {
        text.append("limit_req_zone $").append(variable(policy)).append(" zone=");
        text.append(zone(policy, rule)).append(":16m rate=").append(rate(rule)).append(";\n");
      }
    }
    return text.toString();
  }

  /**
   * {@return the part for the {@code location} that a policy is of}
   *
   * @param policy one of those given to {@link #zones}
   */
  public static String location(RatePolicy policy) {
    return policy.rules().stream()
        .map(rule -> "limit_req zone=" + zone(policy, rule) + " burst=" + burst(rule) + ";\n")
        .collect(Collectors.joining());
  }

  /**
   * {@return the part for the {@code http} block that makes nginx see the client's address behind
   * proxies}, as {@link io.travelsuite.security.address.ClientAddress} does
   *
   * @param header the header that the proxies write
   * @param proxies who is believed
   */
  public static String realIp(String header, AddressRanges proxies) {
    unless(header.matches("[A-Za-z0-9-]+"), "header", header, "must be a header's name");
    return proxies.all().stream()
            .map(AddressRange::toString)
            .map(range -> "set_real_ip_from " + range + ";\n")
            .collect(Collectors.joining())
        + "real_ip_header "
        + header
        + ";\nreal_ip_recursive on;\n";
  }

  /** Names of variables have neither dots nor dashes. */
  private static String variable(RatePolicy policy) {
    return "limited_" + policy.group().replace("_", "__").replace(".", "_d").replace("-", "_h");
  }

  private static String burst(RateRule rule) {
    return rule.limit() - 1 + " nodelay";
  }

  private static String zone(RatePolicy policy, RateRule rule) {
    return variable(policy) + "_" + rule.text().replace('/', '_');
  }

  private static String rate(RateRule rule) {
    unless(rule.limit() >= 1, "limit", rule.limit(), "must be at least 1 for nginx");
    long seconds = rule.window().toSeconds();
    if (rule.limit() % seconds == 0) {
      return rule.limit() / seconds + "r/s";
    }
    return (rule.limit() * 60L + seconds - 1) / seconds + "r/m";
  }
}
