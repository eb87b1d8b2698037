package io.travelsuite.security.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.Alert;
import io.travelsuite.security.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecurityWatchTest {

  private final SteppingClock clock = new SteppingClock();
  private final List<Alert> alerts = new ArrayList<>();
  private final SecurityWatch watch = new SecurityWatch(AlertRule.DEFAULTS, 1_000, alerts::add);
  private final SecurityEvents events = new SecurityEvents(clock, List.of(watch));

  private void fail(String user, String address) {
    events.tell(
        SecurityEventType.LOGIN_FAIL, Map.of(EventField.USER, user, EventField.ADDRESS, address));
  }

  private List<String> rules() {
    return alerts.stream().map(Alert::rule).toList();
  }

  @Test
  void guessing_one_accounts_password_from_many_addresses_is_told_once() {
    for (int i = 0; i < 9; i++) {
      fail("ann", "192.0.2." + i);
    }
    assertThat(alerts).isEmpty();
    for (int i = 9; i < 30; i++) {
      fail("ann", "192.0.2." + i);
    }
    assertThat(rules()).containsExactly("authn.guessing");
    assertThat(alerts.get(0).subject()).isEqualTo("ann");
  }

  @Test
  void one_password_with_many_accounts_of_one_address_is_told_at_the_tenth() {
    for (int i = 0; i < 9; i++) {
      fail("user" + i, "192.0.2.1");
      fail("user" + i, "192.0.2.1");
    }
    assertThat(alerts).isEmpty();
    fail("user9", "192.0.2.1");
    assertThat(rules()).containsExactly("authn.spraying");
  }

  @Test
  void denied_rates_bad_signatures_and_reused_tokens_are_told() {
    for (int i = 0; i < 100; i++) {
      events.tell(SecurityEventType.RATE_LIMIT, Map.of(EventField.ADDRESS, "192.0.2.1"));
    }
    for (int i = 0; i < 10; i++) {
      events.tell(SecurityEventType.SIGNATURE_FAIL, Map.of(EventField.PROVIDER, "stripe"));
    }
    events.tell(SecurityEventType.TOKEN_REUSE, Map.of(EventField.TOKEN, "t1"));
    assertThat(rules()).containsExactly("excess.rate", "signature.wrong", "token.reuse");
  }

  @Test
  void a_benign_day_raises_no_alert() {
    Random random = new Random(20261127);
    for (int second = 0; second < 86_400; second += 5) {
      String user = "user" + random.nextInt(5_000);
      if (random.nextInt(12) == 0) {
        fail(user, "198.51.100." + random.nextInt(250));
      }
      events.tell(SecurityEventType.LOGIN_SUCCESS, Map.of(EventField.USER, user));
      if (random.nextInt(20) == 0) {
        events.tell(SecurityEventType.RATE_LIMIT, Map.of(EventField.ADDRESS, "a" + second % 50));
      }
      clock.pass(Duration.ofSeconds(5));
    }
    assertThat(alerts).isEmpty();
    assertThat(events.counts().get(SecurityEventType.LOGIN_SUCCESS)).isEqualTo(17_280);
  }

  @Test
  void a_series_is_counted_anew_after_its_window_and_told_again() {
    for (int i = 0; i < 40; i++) {
      fail("ann", "192.0.2.1");
      clock.pass(Duration.ofSeconds(30));
    }
    assertThat(rules()).containsExactly("authn.guessing", "authn.guessing");
  }

  @Test
  void a_flood_of_keys_does_not_fill_the_memory_and_is_told_as_a_whole() {
    for (int i = 0; i < 20_000; i++) {
      fail("user" + i, "address" + i);
    }
    assertThat(watch.remembered()).isLessThanOrEqualTo(AlertRule.DEFAULTS.size() * 1_000);
    assertThat(rules()).containsExactly("authn.flood");
  }
}
