package io.travelsuite.payments.ledger;

import static io.travelsuite.payments.ledger.Transition.AUTHORIZED;
import static io.travelsuite.payments.ledger.Transition.CAPTURED;
import static io.travelsuite.payments.ledger.Transition.DISPUTED;
import static io.travelsuite.payments.ledger.Transition.FAILED;
import static io.travelsuite.payments.ledger.Transition.REFUNDED;
import static io.travelsuite.payments.ledger.Transition.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.travelsuite.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Money ASKED = Money.parse("EUR 100.00");

  /** Authorized in one, captured in two parts, two refunds of the same amount, a dispute. */
  private static final List<Fact> SIX =
      List.of(
          fact("pi", AUTHORIZED, "EUR 100.00"),
          fact("ch_1", CAPTURED, "EUR 60.00"),
          fact("ch_2", CAPTURED, "EUR 40.00"),
          fact("re_1", REFUNDED, "EUR 15.00"),
          fact("re_2", REFUNDED, "EUR 15.00"),
          fact("dp_1", DISPUTED, "EUR 60.00"));

  private static Fact fact(String object, Transition transition, String amount) {
    return new Fact("p", Mode.TEST, null, "pi", object, transition, Money.parse(amount), null);
  }

  private static Totals total(List<Fact> facts) {
    return Ledger.total(ASKED, facts);
  }

  private static void assertInOrder(Totals totals) {
    assertThat(totals.refunded().isGreaterThan(totals.captured())).isFalse();
    assertThat(totals.captured().isGreaterThan(totals.authorized())).isFalse();
    assertThat(totals.uncaptured().isNegative()).isFalse();
    assertThat(totals.kept().isNegative()).isFalse();
  }

  @Test
  void amounts_follow_from_the_facts_and_two_refunds_of_the_same_amount_both_stand() {
    Totals totals = total(SIX);
    assertThat(totals.authorized()).isEqualTo(ASKED);
    assertThat(totals.captured()).isEqualTo(ASKED);
    assertThat(totals.refunded()).isEqualTo(Money.parse("EUR 30.00"));
    assertThat(totals.disputed()).isEqualTo(Money.parse("EUR 60.00"));
    assertThat(totals.anomalies()).isEmpty();
  }

  @Test
  void every_permutation_of_six_events_with_every_one_of_them_twice_gives_the_same_amounts() {
    Totals expected = total(SIX);
    List<List<Fact>> all = permutations(SIX);
    assertThat(all).hasSize(720);
    for (List<Fact> order : all) {
      for (int twice = 0; twice < order.size(); twice++) {
        List<Fact> told = new ArrayList<>(order);
        told.add((twice * 3 + 1) % (told.size() + 1), order.get(twice));
        assertEveryPrefixIsLegal(told);
        assertThat(total(told)).isEqualTo(expected);
      }
    }
  }

  private static void assertEveryPrefixIsLegal(List<Fact> told) {
    for (int i = 0; i <= told.size(); i++) {
      assertInOrder(total(told.subList(0, i)));
    }
  }

  private static List<List<Fact>> permutations(List<Fact> facts) {
    if (facts.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Fact>> all = new ArrayList<>();
    for (Fact first : facts) {
      List<Fact> rest = new ArrayList<>(facts);
      rest.remove(first);
      for (List<Fact> tail : permutations(rest)) {
        List<Fact> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void ten_thousand_random_payments_with_contradictions_come_to_the_same_in_any_order() {
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = randomFacts(random);
      Totals expected = total(facts);
      assertInOrder(expected);
      List<Fact> told = new ArrayList<>(facts);
      facts.stream().filter(f -> random.nextBoolean()).forEach(told::add);
      Collections.shuffle(told, random);
      assertThat(total(told)).as("seed %d", seed).isEqualTo(expected);
      assertThat(anomalies(told)).isEqualTo(anomalies(facts));
    }
  }

  private static Set<Anomaly> anomalies(List<Fact> facts) {
    return new HashSet<>(total(facts).anomalies());
  }

  private static List<Fact> randomFacts(Random random) {
    List<Fact> facts = new ArrayList<>();
    int count = 1 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      Transition transition = List.of(Transition.values()).get(random.nextInt(6));
      String currency = random.nextInt(20) == 0 ? "USD " : "EUR ";
      facts.add(fact("o" + random.nextInt(4), transition, currency + (1 + random.nextInt(9)) * 10));
    }
    return facts;
  }

  @Test
  void contradicting_facts_are_both_kept_and_never_summed() {
    Totals totals =
        total(
            List.of(
                fact("pi", AUTHORIZED, "EUR 100.00"),
                fact("ch", CAPTURED, "EUR 100.00"),
                fact("ch", CAPTURED, "EUR 90.00"),
                fact("re", REFUNDED, "EUR 10.00"),
                fact("re", REFUNDED, "EUR 20.00")));
    assertThat(totals.captured()).isEqualTo(Money.parse("EUR 90.00"));
    assertThat(totals.refunded()).isEqualTo(Money.parse("EUR 20.00"));
    assertThat(totals.anomalies())
        .extracting(Anomaly::kind, anomaly -> anomaly.fact().amount())
        .containsExactlyInAnyOrder(
            tuple(Anomaly.Kind.CONTRADICTION, Money.parse("EUR 100.00")),
            tuple(Anomaly.Kind.CONTRADICTION, Money.parse("EUR 10.00")));
  }

  @Test
  void what_is_not_covered_waits_and_is_cured_when_its_cover_comes() {
    Fact captured = fact("ch", CAPTURED, "EUR 100.00");
    assertThat(total(List.of(captured)).captured().isZero()).isTrue();
    assertThat(total(List.of(captured)).anomalies())
        .containsExactly(new Anomaly(Anomaly.Kind.UNCOVERED, captured));
    Totals cured = total(List.of(captured, fact("pi", AUTHORIZED, "EUR 100.00")));
    assertThat(cured.captured()).isEqualTo(ASKED);
    assertThat(cured.anomalies()).isEmpty();
  }

  @Test
  void a_second_charge_counts_and_is_told_and_another_currency_does_not_count() {
    Fact second = fact("pi_2", AUTHORIZED, "EUR 100.00");
    Fact dollars = fact("pi_3", AUTHORIZED, "USD 100.00");
    Totals totals = total(List.of(fact("pi", AUTHORIZED, "EUR 100.00"), second, dollars));
    assertThat(totals.authorized()).isEqualTo(Money.parse("EUR 200.00"));
    assertThat(totals.anomalies())
        .containsExactlyInAnyOrder(
            new Anomaly(Anomaly.Kind.BEYOND_REQUEST, second),
            new Anomaly(Anomaly.Kind.CURRENCY, dollars));
  }

  @Test
  void a_refund_that_failed_did_not_go_back_and_a_void_takes_only_what_was_not_captured() {
    Totals totals =
        total(
            List.of(
                fact("pi", AUTHORIZED, "EUR 100.00"),
                fact("ch", CAPTURED, "EUR 60.00"),
                fact("pi", VOIDED, "EUR 40.00"),
                fact("re", REFUNDED, "EUR 60.00"),
                fact("re", FAILED, "EUR 60.00")));
    assertThat(totals.refunded().isZero()).isTrue();
    assertThat(totals.uncaptured().isZero()).isTrue();
    assertThat(totals.failed()).isTrue();
  }

  @Test
  void control_summing_what_arrives_counts_a_duplicate_twice() {
    List<Fact> told = new ArrayList<>(SIX);
    told.add(SIX.get(3));
    Money naive =
        told.stream()
            .filter(fact -> fact.transition() == REFUNDED)
            .map(Fact::amount)
            .reduce(Money.zero(ASKED.getCurrencyUnit()), Money::plus);
    assertThat(naive).isNotEqualTo(total(told).refunded());
  }
}
