package io.travelsuite.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.travelsuite.payments.webhook.FetchBackRequired;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests made of the valid cases by seeded changes. {@code -Dtravel.fuzz.tries=1000000} makes the
 * long form, {@code -Dtravel.fuzz.seed} another one.
 */
class FuzzTest {

  private static final int TRIES = Integer.getInteger("travel.fuzz.tries", 2_000);
  private static final long SEED = Long.getLong("travel.fuzz.seed", 20261126L);

  @TestFactory
  Stream<DynamicTest> no_change_makes_an_exception_or_is_believed() {
    return Seeds.byProvider().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> fuzz(entry.getValue(), SignedParts::differ)));
  }

  /** Without the comparison with what is signed a request is told forged that is not. */
  @Test
  void control_the_fuzz_ends_when_a_changed_request_is_believed() {
    List<VectorCase> stripe = Seeds.byProvider().get("stripe");
    assertThatThrownBy(() -> fuzz(stripe, (vector, whole, mutant) -> !whole.equals(mutant)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed");
  }

  private interface Difference {
    boolean differ(VectorCase vector, WebhookRequest whole, WebhookRequest mutant);
  }

  private static void fuzz(List<VectorCase> cases, Difference difference) {
    List<Seed> seeds = cases.stream().map(Seed::of).toList();
    Set<Object> ends = new HashSet<>();
    for (int i = 0; i < TRIES; i++) {
      long number = SEED + i;
      Seed seed = seeds.get(i % seeds.size());
      WebhookRequest mutant = new Mutator(number).mutant(seed);
      Verification answer = answer(seed, mutant, number);
      ends.add(answer instanceof Rejected rejected ? rejected.reason() : answer.getClass());
      if (isBelieved(answer) && difference.differ(seed.vector(), seed.request(), mutant)) {
        fail("%s: forged by seed %d, and %s", seed.name(), number, answer);
      }
    }
    assertThat(ends).as("more than one way to end").hasSizeGreaterThan(1);
  }

  private static Verification answer(Seed seed, WebhookRequest mutant, long number) {
    try {
      Verification answer = seed.verifier().verify(mutant);
      if (answer instanceof Verified verified) {
        verified.webhooks(); // reads the events, too
      }
      return answer;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(seed.name() + ": seed " + number, e);
    }
  }

  /** Whether the sender is believed: a hint is nobody's word. */
  private static boolean isBelieved(Verification answer) {
    if (answer instanceof FetchBackRequired required) {
      return required.webhooks().stream()
          .map(VerifiedWebhook::trust)
          .anyMatch(trust -> trust != WebhookTrust.HINT);
    }
    return answer instanceof Verified;
  }
}
