package io.travelsuite.payments.ledger;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/**
 * Adds up the facts of a payment. The amounts are a function of the <em>set</em> of facts: in which
 * order they came, and how often, changes nothing, since each is looked at in an order of its own
 * (by object, then amount) and none depends on what was there when it came.
 */
public final class Ledger {

  private static final Comparator<Fact> ORDER =
      comparing(Fact::transition)
          .thenComparing(Fact::provider)
          .thenComparing(Fact::object)
          .thenComparing(fact -> fact.amount().getCurrencyUnit().getCode())
          .thenComparing(fact -> fact.amount().getAmount());

  private final Money zero;
  private final List<Anomaly> anomalies = new ArrayList<>();
  private final List<Fact> counted = new ArrayList<>();

  private Ledger(Money zero) {
    this.zero = zero;
  }

  /**
   * Adds up.
   *
   * @param requested what was asked for; its currency is the payment's
   * @param facts the payment's facts, in any order, any of them any number of times
   * @return the amounts, and what does not fit
   */
  public static Totals total(Money requested, Collection<Fact> facts) {
    Ledger ledger = new Ledger(Money.zero(requested.getCurrencyUnit()));
    ledger.choose(facts);
    return ledger.totals(requested);
  }

  /** One fact of each object and transition, in the payment's currency. */
  private void choose(Collection<Fact> facts) {
    Map<Fact.Key, Fact> chosen = new LinkedHashMap<>();
    for (Fact fact : facts.stream().sorted(ORDER).toList()) {
      if (!fact.amount().isSameCurrency(zero)) {
        add(Anomaly.Kind.CURRENCY, fact);
        continue;
      }
      Fact other = chosen.get(fact.uniqueKey());
      if (other == null) {
        chosen.put(fact.uniqueKey(), fact);
      } else if (!other.same(fact)) {
        boolean less = isOurs(fact.transition());
        chosen.put(fact.uniqueKey(), less ? other : fact);
        add(Anomaly.Kind.CONTRADICTION, less ? fact : other);
      }
    }
    counted.addAll(chosen.values());
  }

  /** A currency's fact that is told twice is one anomaly. */
  private void add(Anomaly.Kind kind, Fact fact) {
    if (anomalies.stream().noneMatch(known -> known.kind() == kind && known.fact().same(fact))) {
      anomalies.add(new Anomaly(kind, fact));
    }
  }

  /** Less is taken for ours, and more for gone: nothing is paid out that may not be there. */
  private static boolean isOurs(Transition transition) {
    return transition == Transition.AUTHORIZED || transition == Transition.CAPTURED;
  }

  private Totals totals(Money requested) {
    Money authorized = zero;
    for (Fact fact : of(Transition.AUTHORIZED)) {
      authorized = authorized.plus(fact.amount());
      if (authorized.isGreaterThan(requested)) {
        add(Anomaly.Kind.BEYOND_REQUEST, fact);
      }
    }
    Money captured = upTo(authorized, of(Transition.CAPTURED));
    Money refunded = upTo(captured, refunds());
    Money voided = upTo(authorized.minus(captured), of(Transition.VOIDED));
    Money disputed = upTo(captured, of(Transition.DISPUTED));
    boolean failed = !of(Transition.FAILED).isEmpty();
    return new Totals(authorized, captured, refunded, voided, disputed, failed, anomalies);
  }

  /** What fits under a limit, fact by fact; what does not is set aside. */
  private Money upTo(Money limit, List<Fact> facts) {
    Money sum = zero;
    for (Fact fact : facts) {
      if (sum.plus(fact.amount()).isGreaterThan(limit)) {
        add(Anomaly.Kind.UNCOVERED, fact);
      } else {
        sum = sum.plus(fact.amount());
      }
    }
    return sum;
  }

  private List<Fact> of(Transition transition) {
    return counted.stream().filter(fact -> fact.transition() == transition).toList();
  }

  private List<Fact> refunds() {
    Set<String> failed = new HashSet<>();
    of(Transition.FAILED).forEach(fact -> failed.add(fact.object()));
    return of(Transition.REFUNDED).stream().filter(f -> !failed.contains(f.object())).toList();
  }
}
