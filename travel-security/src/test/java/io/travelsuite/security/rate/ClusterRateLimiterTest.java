package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.StorageException;
import io.travelsuite.alert.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterRateLimiterTest {

  private static final RatePolicy SEARCH = RatePolicy.of("search", RateKey.everybody(), "10/m");
  private static final RatePolicy SIGN_IN =
      RatePolicy.of("sign_in", RateKey.everybody(), "5/m").closedWhenDown();

  private final Ticks ticks = new Ticks();
  private final List<Alert> alerts = new ArrayList<>();
  private final Store store = new Store();

  /** A store that can be down, and counts how often it is asked. */
  private static final class Store implements RateStore {
    private boolean down;
    private int asked;

    @Override
    public void check(RateRule rule) {}

    @Override
    public Decision take(String group, RateRule rule, String key, int cost) {
      asked++;
      if (down) {
        throw new StorageException("down", true, null);
      }
      return Decision.allowed(rule, 7, Duration.ofSeconds(1));
    }
  }

  private ClusterRateLimiter limiter(RatePolicy policy) {
    return new ClusterRateLimiter(policy, store, alerts::add, ticks);
  }

  @Test
  void a_store_that_answers_decides() {
    Decision decision = limiter(SEARCH).take("a", 1);

    assertThat(decision.remaining()).isEqualTo(7);
    assertThat(decision.degraded()).isFalse();
    assertThat(alerts).isEmpty();
  }

  @Test
  void sign_in_is_closed_while_the_store_is_down_with_503() {
    ClusterRateLimiter limiter = limiter(SIGN_IN);
    store.down = true;
    Decision decision = limiter.take("a", 1);

    assertThat(decision.allowed()).isFalse();
    assertThat(decision.degraded()).isTrue();
    assertThat(decision.status()).isEqualTo(503);
    assertThat(RateFields.withLimits(SIGN_IN, decision)).containsOnlyKeys("Retry-After");
    assertThat(alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL));
  }

  @Test
  void others_are_counted_in_this_jvm_while_the_store_is_down_and_it_is_said() {
    ClusterRateLimiter limiter = limiter(SEARCH);
    store.down = true;
    List<Decision> decisions = IntStream.range(0, 30).mapToObj(i -> limiter.take("a", 1)).toList();

    assertThat(decisions).allMatch(Decision::degraded);
    assertThat(decisions).filteredOn(Decision::allowed).hasSize(10);
    assertThat(decisions.get(29).status()).isEqualTo(429);
    assertThat(alerts).singleElement().satisfies(a -> assertThat(a.subject()).isEqualTo("search"));
  }

  @Test
  void a_store_that_is_down_is_asked_once_a_second_and_believed_when_it_answers() {
    ClusterRateLimiter limiter = limiter(SEARCH);
    store.down = true;
    for (int second = 0; second < 3; second++) {
      for (int i = 0; i < 100; i++) {
        limiter.take("a", 1);
      }
      ticks.pass(Duration.ofSeconds(1));
    }
    assertThat(store.asked).isEqualTo(3);
    assertThat(alerts).hasSize(1);

    store.down = false;
    assertThat(limiter.take("a", 1).degraded()).isFalse();
    assertThat(limiter.take("a", 1).degraded()).isFalse();
    store.down = true;
    limiter.take("a", 1);
    assertThat(alerts).hasSize(2);
  }
}
