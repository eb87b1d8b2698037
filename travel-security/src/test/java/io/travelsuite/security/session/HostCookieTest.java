package io.travelsuite.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Costs;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostCookieTest {

  private static final int TRIES = Integer.getInteger("travel.fuzz", 200_000);

  private final HostCookie cookie = HostCookie.of("session");

  @Test
  void a_cookie_is_of_this_host_over_https_and_not_for_scripts() {
    assertThat(cookie.set("abc"))
        .isEqualTo("__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
    assertThat(cookie.set("abc", Duration.ofHours(8))).endsWith("; SameSite=Lax; Max-Age=28800");
    assertThat(cookie.clear())
        .isEqualTo("__Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
  }

  /** The rules of RFC 6265bis for the prefix, for whatever can be made. */
  @Test
  void no_cookie_can_be_made_that_is_less_secure() {
    List<HostCookie> all =
        List.of(cookie, HostCookie.strict("session"), HostCookie.readable("csrf"));
    for (HostCookie one : all) {
      for (String field : List.of(one.set("v"), one.set("v", Duration.ofDays(1)), one.clear())) {
        assertThat(field)
            .startsWith("__Host-")
            .contains("; Path=/;", "; Secure", "; SameSite=")
            .doesNotContain("Domain", "SameSite=None");
        assertThat(field.contains("; HttpOnly")).isEqualTo(!field.startsWith("__Host-csrf"));
      }
    }
  }

  @Test
  void a_value_that_would_add_an_attribute_is_refused() {
    for (String value :
        List.of("", "a;b", "a b", "a\r\nSet-Cookie: x=y", "a,b", "\"a\"", "\u00e4")) {
      assertThatThrownBy(() -> cookie.set(value))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("(hidden)");
    }
    assertThatThrownBy(() -> HostCookie.of("a=b")).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_cookie_is_found_among_others() {
    assertThat(cookie.read("a=b; __Host-session=abc; c=d")).contains("abc");
    assertThat(cookie.read("__Host-session=abc")).contains("abc");
    assertThat(cookie.read("x=__Host-session=no;__Host-session=abc ")).contains("abc");
  }

  @Test
  void what_is_not_exactly_the_cookie_is_none() {
    for (String header :
        new String[] {
          null,
          "",
          ";;;",
          "session=abc",
          "__host-session=abc",
          "__Host-session",
          "__Host-session=",
          "__Host-sessions=abc",
          "a__Host-session=abc",
          "__Host-session =abc",
          "__Host-session=\"abc\"",
          "__Host-session=a\u0000c"
        }) {
      assertThat(cookie.read(header)).as(String.valueOf(header)).isEmpty();
    }
  }

  @Test
  void a_cookie_that_is_there_twice_is_not_believed() {
    assertThat(cookie.read("__Host-session=abc; __Host-session=def")).isEmpty();
    assertThat(cookie.read("__Host-session=abc; __Host-session=abc")).isEmpty();
    assertThat(cookie.read("__Host-session=abc; __Host-session=")).isEmpty();
  }

  @Test
  void whatever_a_header_holds_it_is_read_without_an_exception() {
    long seed = new SecureRandom().nextLong();
    Random dice = new Random(seed);
    String[] pieces = {
      "__Host-session", "=", ";", " ", "abc", "\t", "\"", "\u00e4", "\0", "x=y", ","
    };
    for (int i = 0; i < TRIES; i++) {
      StringBuilder header = new StringBuilder();
      for (int piece = dice.nextInt(12); piece > 0; piece--) {
        header.append(pieces[dice.nextInt(pieces.length)]);
      }
      Optional<String> read = cookie.read(header.toString());
      assertThat(read.filter(value -> !value.matches("[A-Za-z0-9._~-]{1,1024}")))
          .as("seed %d, %s", seed, header)
          .isEmpty();
    }
  }

  @Test
  void a_longer_header_takes_no_more_than_linear_time() {
    for (String piece : List.of(" ", ";", "__Host-session", "__Host-session;", "a=b; ")) {
      double growth =
          Costs.growth(
              50_000,
              size -> {
                String header = piece.repeat(size / piece.length() + 1);
                return () -> cookie.read(header);
              });
      assertThat(growth).as(piece).isLessThan(100);
    }
  }
}
