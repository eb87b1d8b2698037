package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.address.AddressRanges;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NginxRecipeTest {

  private static final Pattern ZONE =
      Pattern.compile("limit_req_zone \\$(\\w+) zone=(\\w+):16m rate=(\\d+)r/([sm]);");
  private static final Pattern LIMIT =
      Pattern.compile("limit_req zone=(\\w+) burst=(\\d+) nodelay;");

  private static RatePolicy policy(String... rules) {
    return RatePolicy.of("create-booking", RateKey.everybody(), rules).methods("POST", "PUT");
  }

  /** The arithmetic of ngx_http_limit_req_module.c: thousandths of requests and milliseconds. */
  private static final class Nginx {

    private final long rate;
    private final long burst;
    private long excess;
    private long last = -1;

    Nginx(Matcher zone, Matcher limit) {
      rate = Long.parseLong(zone.group(3)) * 1000 / (zone.group(4).equals("m") ? 60 : 1);
      burst = Long.parseLong(limit.group(2)) * 1000;
    }

    boolean accepts(long millis) {
      long next = last < 0 ? 0 : Math.max(0, excess - rate * (millis - last) / 1000 + 1000);
      if (next > burst) {
        return false;
      }
      excess = next;
      last = millis;
      return true;
    }
  }

  private static Matcher found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher;
  }

  @ParameterizedTest
  @ValueSource(strings = {"10/m", "5/s", "600/m", "60/h", "120/2h"})
  void what_nginx_accepts_by_the_recipe_is_what_the_limiter_allows(String rule) {
    RatePolicy policy = policy(rule);
    Matcher zone = found(ZONE, NginxRecipe.zones(List.of(policy)));
    Matcher limit = found(LIMIT, NginxRecipe.location(policy));
    assertThat(limit.group(1)).isEqualTo(zone.group(2));
    Nginx nginx = new Nginx(zone, limit);
    Ticks ticks = new Ticks();
    LocalRateLimiter limiter = new LocalRateLimiter(policy, 1 << 20, ticks);
    Random random = new Random(27);
    long window = policy.rules().get(0).window().toMillis();
    long millis = 0;
    int accepted = 0;
    int allowed = 0;
    for (int i = 0; i < 5_000; i++) {
      int pause = random.nextInt((int) (window / policy.rules().get(0).limit()) + 1);
      millis += pause;
      ticks.pass(Duration.ofMillis(pause));
      accepted += nginx.accepts(millis) ? 1 : 0;
      allowed += limiter.take("a", 1).allowed() ? 1 : 0;
    }
    assertThat(allowed).isLessThan(5_000);
    assertThat((double) accepted).isBetween(allowed * 0.95, allowed * 1.02); // it rounds its rate
  }

  @Test
  void a_rate_between_two_of_nginx_is_rounded_up() {
    assertThat(NginxRecipe.zones(List.of(policy("100/h")))).contains("rate=2r/m;");
    assertThat(NginxRecipe.zones(List.of(policy("1/d")))).contains("rate=1r/m;");
  }

  @Test
  void only_the_policys_methods_are_counted_and_names_are_those_that_nginx_takes() {
    String zones = NginxRecipe.zones(List.of(policy("10/m", "100/h")));

    assertThat(zones)
        .contains("map $request_method $limited_create_hbooking {\n  default \"\";\n")
        .contains("  POST $binary_remote_addr;\n  PUT $binary_remote_addr;\n}\n")
        .contains("zone=limited_create_hbooking_10_m:", "zone=limited_create_hbooking_100_h:")
        .contains("limit_req_status 429;");
    assertThat(NginxRecipe.location(policy("10/m", "100/h")))
        .isEqualTo(
            """
            limit_req zone=limited_create_hbooking_10_m burst=9 nodelay;
            limit_req zone=limited_create_hbooking_100_h burst=99 nodelay;
            """);
  }

  @Test
  void the_proxies_that_nginx_believes_are_those_of_the_ranges() {
    assertThat(
            NginxRecipe.realIp(
                "CF-Connecting-IP", AddressRanges.of("192.0.2.0/24", "2001:db8::/32")))
        .isEqualTo(
            """
            set_real_ip_from 192.0.2.0/24;
            set_real_ip_from 2001:db8::/32;
            real_ip_header CF-Connecting-IP;
            real_ip_recursive on;
            """);
    assertThatThrownBy(() -> NginxRecipe.realIp("a; evil", AddressRanges.of()))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> NginxRecipe.zones(List.of(policy("0/s"))))
        .isInstanceOf(InvalidRequestException.class);
  }
}
