package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;

/** Asks two stores the same by chance, and fails where their answers differ. */
final class StoreTwin {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Lease TERMS = new Lease(LEASE, Duration.ofMinutes(20));
  private static final Money MOST = Money.parse("EUR 60.00");

  private static final Operation.State[] OUTCOMES = {
    Operation.State.UNKNOWN, Operation.State.PENDING, Operation.State.DONE, Operation.State.DECLINED
  };

  private final PaymentStore first;
  private final PaymentStore second;
  private final List<Payment> payments;
  private final String provider;
  private final Random random;

  StoreTwin(PaymentStore first, PaymentStore second, Account account, Random random) {
    this.first = first;
    this.second = second;
    this.random = random;
    provider = account.provider();
    payments = List.of(payment(account, "k1"), payment(account, "k2"));
  }

  private static Payment payment(Account account, String key) {
    BookingId booking = new BookingId(new UUID(7, 7));
    return new Payment(account, key, booking, MOST, Till.HOSTED, "Two seats", null);
  }

  /** One call by chance. */
  void step() {
    Payment payment = payments.get(random.nextInt(payments.size()));
    PaymentReference reference = payment.reference();
    Optional<StoredPayment> stored = same(store -> store.find(reference));
    if (stored.isEmpty()) {
      same(store -> store.apply(fact(payment, 1)));
      same(store -> store.open(payment, LEASE));
      return;
    }
    switch (random.nextInt(7)) {
      case 0 -> same(store -> store.open(payment, LEASE.multipliedBy(2)));
      case 1 -> apply(payment);
      case 2 -> claim(payment);
      case 3 -> settle(payment, stored.get());
      case 4 -> decide(payment);
      case 5 -> checkAgain(payment);
      default -> {
        int limit = 1 + random.nextInt(2);
        same(store -> store.due(provider, Mode.TEST, limit, LEASE));
        same(store -> store.due(provider, Mode.LIVE, limit, LEASE));
      }
    }
    same(store -> store.find(reference));
  }

  private void apply(Payment payment) {
    int seed = random.nextInt();
    same(store -> store.apply(fact(payment, seed)));
  }

  /** The same seed gives the same fact; objects are the payment's own. */
  private Fact fact(Payment payment, int seed) {
    Random dice = new Random(seed);
    Transition transition = some(Transition.values(), dice);
    String object = payment.key() + "-o" + dice.nextInt(3);
    String currency = dice.nextInt(10) == 0 ? "USD " : "EUR ";
    Money amount = Money.parse(currency + 20 * (1 + dice.nextInt(3)));
    Mode mode = dice.nextInt(10) == 0 ? Mode.LIVE : Mode.TEST;
    String name = payment.key() + "-p";
    return new Fact(
        provider, mode, payment.reference(), name, object, transition, amount, "card-1");
  }

  private static <T> T some(T[] all, Random random) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private Operation operation(Payment payment) {
    Operation.Kind kind = some(Operation.Kind.values(), random);
    String key = kind == Operation.Kind.AUTHORIZE ? "1" : "k" + random.nextInt(3);
    Money amount =
        kind == Operation.Kind.AUTHORIZE
            ? MOST
            : Money.parse("EUR 10.00").multipliedBy(1 + random.nextInt(2));
    return Operation.planned(payment.reference(), kind, key, amount);
  }

  private void claim(Payment payment) {
    Operation wanted = operation(payment);
    same(store -> store.claim(wanted, TERMS));
  }

  private void settle(Payment payment, StoredPayment stored) {
    Operation some = stored.operations().get(random.nextInt(stored.operations().size()));
    Operation.State state = some(OUTCOMES, random);
    String name = random.nextBoolean() ? payment.key() + "-named" : null;
    String detail = random.nextBoolean() ? "why" : null;
    same(store -> store.settle(some.state(state, detail), name));
  }

  private void decide(Payment payment) {
    Fate expected = some(Fate.values(), random);
    Fate next = some(Fate.values(), random);
    same(store -> store.decide(payment.reference(), expected, next));
  }

  /** Each store by its own count of versions: what counts is whether it is the last. */
  private void checkAgain(Payment payment) {
    int older = random.nextInt(2);
    Duration after = random.nextInt(4) == 0 ? null : LEASE.multipliedBy(random.nextInt(5));
    for (PaymentStore store : List.of(first, second)) {
      int version = store.find(payment.reference()).orElseThrow().version();
      store.checkAgain(payment.reference(), version - older, after);
    }
  }

  private <T> T same(Function<PaymentStore, T> call) {
    T one = call.apply(first);
    T other = call.apply(second);
    assertThat(text(other)).isEqualTo(text(one));
    return one;
  }

  /** Without the versions, of which the order alone counts, and what is not kept. */
  private static String text(Object answer) {
    return answer
        .toString()
        .replaceAll("version=\\d+", "version")
        .replace("instrument=card-1", "instrument=null");
  }
}
