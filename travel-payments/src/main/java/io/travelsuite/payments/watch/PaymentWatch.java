package io.travelsuite.payments.watch;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.alert.KeyedWindows;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Looks at every fact for patterns of stolen cards, of errors and of fraud: many cards of one
 * customer, many attempts, an amount far from the typical, several currencies of one customer, a
 * large share of refunds. Hand it to {@link io.travelsuite.payments.PaymentDeskBuilder#observer}.
 *
 * <p>Counts in this JVM, in bounded memory, each pattern once a window; alerts, and stops nothing.
 * Thread-safe.
 */
public final class PaymentWatch implements BiConsumer<StoredPayment, Fact> {

  private final WatchRules rules;
  private final Clock clock;
  private final AlertSink alerts;
  private final KeyedWindows<Counts.OfCustomer> customers;
  private final KeyedWindows<Counts.OfOperator> operators;

  /**
   * A watch that has seen nothing yet.
   *
   * @param rules what is too much
   * @param clock what time it is; windows need not agree across JVMs
   * @param alerts where it is told
   */
  public PaymentWatch(WatchRules rules, Clock clock, AlertSink alerts) {
    this.rules = rules;
    this.clock = clock;
    this.alerts = alerts;
    customers = new KeyedWindows<>(rules.most(), rules.window(), Counts.OfCustomer::new);
    operators = new KeyedWindows<>(rules.most(), rules.window(), Counts.OfOperator::new);
  }

  @Override
  public void accept(StoredPayment stored, Fact fact) {
    Instant now = clock.instant();
    synchronized (this) {
      customer(stored.payment(), fact, now);
      operator(stored.payment(), fact, now);
    }
  }

  /** {@return how many keys are remembered, for tests of its bounds} */
  synchronized int remembered() {
    return customers.size() + operators.size();
  }

  private void customer(Payment payment, Fact fact, Instant now) {
    String customer = payment.customer();
    if (customer == null) {
      return;
    }
    Counts.OfCustomer counts = customers.of(payment.account() + "/" + customer, now);
    String instrument = fact.instrument();
    if (instrument != null && counts.reachesCards(instrument, rules.cards())) {
      tell("payment.watch.cards", customer, rules.cards() + " different cards of one customer");
    }
    boolean attempt =
        switch (fact.transition()) {
          case AUTHORIZED, FAILED -> true;
          case CAPTURED, REFUNDED, VOIDED, DISPUTED -> false;
        };
    if (attempt && counts.reachesAttempts(rules.attempts())) {
      tell("payment.watch.velocity", customer, rules.attempts() + " attempts of one customer");
    }
    if (attempt && counts.reachesTwoCurrencies(fact.amount().getCurrencyUnit().getCode())) {
      tell("payment.watch.currencies", customer, "one customer pays in several currencies");
    }
  }

  private void operator(Payment payment, Fact fact, Instant now) {
    String currency = fact.amount().getCurrencyUnit().getCode();
    String operator = payment.account().operator() + "/" + payment.account().mode();
    Counts.OfOperator counts = operators.of(operator + "/" + currency, now);
    switch (fact.transition()) {
      case AUTHORIZED -> {
        if (counts.isOutlier(fact.amount().getAmount().doubleValue(), rules)) {
          String text = fact.amount() + " is more than " + rules.timesTypical() + " times typical";
          tell("payment.watch.amount", payment.reference().value(), text);
        }
      }
      case CAPTURED -> counts.captured(fact.amount().getAmount());
      case REFUNDED -> {
        if (counts.refundsTooMuch(fact.amount().getAmount(), rules)) {
          tell(
              "payment.watch.refunds",
              operator,
              "more refunded than " + rules.refundPercent() + " % of what was captured");
        }
      }
      case VOIDED, DISPUTED, FAILED -> {}
    }
  }

  private void tell(String rule, String subject, String text) {
    alerts.offer(new Alert(rule, Alert.Severity.WARNING, subject, text));
  }
}
