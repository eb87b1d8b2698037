package io.travelsuite.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.Costs;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  private static final int TRIES = Integer.getInteger("travel.fuzz", 200_000);

  private final TokenText form = new TokenText("acme");
  private final SecureRandom random = new SecureRandom();

  @Test
  void a_token_is_its_prefix_43_characters_by_chance_and_a_checksum() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String token = form.next(random);
      assertThat(token).matches("acme_[A-Za-z0-9]{49}");
      assertThat(form.hash(token)).contains(TokenText.hashOf(token));
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void every_character_mistyped_and_every_two_exchanged_are_noticed() {
    String token = form.next(random);
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'x' ? 'y' : 'x';
      assertThat(form.hash(token.substring(0, at) + other + token.substring(at + 1))).isEmpty();
    }
    for (int at = 1; at < token.length(); at++) {
      char one = token.charAt(at - 1);
      char two = token.charAt(at);
      String exchanged = token.substring(0, at - 1) + two + one + token.substring(at + 1);
      assertThat(form.hash(exchanged).isPresent()).isEqualTo(one == two);
    }
  }

  @Test
  void a_token_of_another_application_is_refused() {
    assertThat(new TokenText("acmetest").hash(form.next(random))).isEmpty();
    assertThat(new TokenText("acmf").hash(form.next(random))).isEmpty();
  }

  /** By a seed: what is neither issued nor a token of another must be refused and throw nothing. */
  @Test
  void whatever_is_presented_is_judged_without_an_exception() {
    long seed = random.nextLong();
    Random dice = new Random(seed);
    String token = form.next(random);
    for (int i = 0; i < TRIES; i++) {
      StringBuilder text = new StringBuilder(token);
      for (int change = dice.nextInt(4); change >= 0; change--) {
        int at = dice.nextInt(text.length());
        switch (dice.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) dice.nextInt(0x10000));
          case 1 -> text.insert(at, (char) dice.nextInt(128));
          default -> text.setLength(Math.max(1, at));
        }
      }
      String mutant = text.toString();
      Optional<String> hash = form.hash(mutant);
      assertThat(hash.isPresent()).as("seed %d, %s", seed, mutant).isEqualTo(mutant.equals(token));
      ApiTokens.bearer("Bearer " + mutant);
      ApiTokens.bearer(mutant);
    }
  }

  @Test
  void bearer_fields_are_read_and_others_are_not() {
    assertThat(ApiTokens.bearer("Bearer abc")).contains("abc");
    assertThat(ApiTokens.bearer("bearer  abc")).contains("abc");
    for (String other : new String[] {null, "", "Basic abc", "Bearer", "Bearer ", "Bearer a b"}) {
      assertThat(ApiTokens.bearer(other)).isEmpty();
    }
  }

  @Test
  void a_longer_text_takes_no_more_than_linear_time() {
    double growth =
        Costs.growth(
            100_000,
            size -> {
              String spaces = "Bearer " + " ".repeat(size) + "\u00e9";
              return () -> assertThat(ApiTokens.bearer(spaces)).isEmpty();
            });
    assertThat(growth).isLessThan(100);
  }
}
