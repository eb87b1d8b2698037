package io.travelsuite.payments.sandbox;

import io.travelsuite.Mode;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Transition;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A provider for tests, in mode TEST: deterministic, with books of its own, and as unreliable as it
 * is told to be. Thread-safe.
 *
 * <p>Keys work as a good provider's do: under a key it does something once and answers the same. A
 * hosted payment waits for {@link #customerPays}; a token that contains {@code decline} is refused.
 * It never moves more than there is, whatever it is asked.
 */
public final class SandboxProvider implements PaymentProvider {

  private final String name;
  private final SandboxState state;
  private final Map<SandboxCall, Deque<Behaviour>> orders = new EnumMap<>(SandboxCall.class);
  private final List<Runnable> late = new ArrayList<>();

  /**
   * A sandbox named {@code sandbox}.
   *
   * @param books where it writes down what it did
   */
  public SandboxProvider(SandboxBooks books) {
    this("sandbox", books);
  }

  /**
   * A sandbox.
   *
   * @param name its name, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
   * @param books where it writes down what it did
   */
  public SandboxProvider(String name, SandboxBooks books) {
    this.name = name;
    this.state = new SandboxState(name, books);
  }

  /**
   * Tells what to do with the next calls of a kind, one each; after them it obeys again.
   *
   * @param call which kind
   * @param behaviours what to do, in their order
   */
  public synchronized void next(SandboxCall call, Behaviour... behaviours) {
    orders.computeIfAbsent(call, c -> new ArrayDeque<>()).addAll(List.of(behaviours));
  }

  /** What was on its way arrives: everything that was to arrive late is done now. */
  public synchronized void arrive() {
    late.forEach(Runnable::run);
    late.clear();
  }

  /**
   * The customer pays on the sandbox's page, once.
   *
   * @param reference which payment
   */
  public synchronized void customerPays(PaymentReference reference) {
    state.customer(reference, SandboxEntry.What.FACT, Transition.AUTHORIZED);
  }

  /**
   * The customer gives up, or takes too long: the page cannot be paid on any more.
   *
   * @param reference which payment
   */
  public synchronized void customerLeaves(PaymentReference reference) {
    state.customer(reference, SandboxEntry.What.ENDED, Transition.FAILED);
  }

  /** {@return everything that happened so far, as webhooks would tell it} */
  public synchronized List<Fact> webhooks() {
    return state.facts();
  }

  /**
   * {@return the same with some told twice, in a disorder}
   *
   * @param seed the same seed gives the same disorder
   */
  public synchronized List<Fact> hostileWebhooks(long seed) {
    Random random = new Random(seed);
    List<Fact> told = new ArrayList<>(state.facts());
    state.facts().stream().filter(fact -> random.nextInt(3) == 0).forEach(told::add);
    Collections.shuffle(told, random);
    return told;
  }

  /**
   * {@return how much the customer is short of by this payment: captured and not refunded}
   *
   * @param payment which
   */
  public synchronized Money charged(Payment payment) {
    return state.totals(payment).kept();
  }

  /**
   * {@return how often money was taken for this payment}
   *
   * @param reference which
   */
  public synchronized int charges(PaymentReference reference) {
    return (int)
        state.facts().stream()
            .filter(fact -> reference.equals(fact.reference()))
            .filter(fact -> fact.transition() == Transition.CAPTURED)
            .count();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Mode mode() {
    return Mode.TEST;
  }

  @Override
  public synchronized Outcome authorize(Payment payment, String key) {
    boolean hosted = payment.method() instanceof PaymentMethod.Hosted;
    boolean declined =
        payment.method() instanceof PaymentMethod.Token token && token.token().contains("decline");
    return call(
        SandboxCall.AUTHORIZE,
        refuse -> {
          String object = state.paymentOf(payment.reference().value());
          SandboxEntry.What what =
              refuse || declined
                  ? SandboxEntry.What.DECLINED
                  : hosted ? SandboxEntry.What.SESSION : SandboxEntry.What.FACT;
          return answer(
              state.once(
                  new SandboxEntry(
                      what,
                      key,
                      payment.reference().value(),
                      object,
                      object,
                      Transition.AUTHORIZED,
                      payment.amount())));
        });
  }

  @Override
  public synchronized Outcome capture(Effect effect) {
    return effect(SandboxCall.CAPTURE, effect, Transition.CAPTURED);
  }

  @Override
  public synchronized Outcome voidAuthorization(Effect effect) {
    return effect(SandboxCall.VOID, effect, Transition.VOIDED);
  }

  @Override
  public synchronized Outcome refund(Effect effect) {
    return effect(SandboxCall.REFUND, effect, Transition.REFUNDED);
  }

  private Outcome effect(SandboxCall call, Effect effect, Transition transition) {
    return call(call, refuse -> answer(state.once(state.entry(effect, transition, refuse))));
  }

  private interface Doing {
    Outcome apply(boolean refuse);
  }

  private Outcome call(SandboxCall call, Doing doing) {
    return switch (ordered(call)) {
      case OBEY -> doing.apply(false);
      case DECLINE -> doing.apply(true);
      case TIME_OUT_BEFORE -> new Outcome.Unknown("timed out");
      case TIME_OUT_AFTER -> {
        doing.apply(false);
        yield new Outcome.Unknown("timed out");
      }
      case ARRIVE_LATE -> {
        late.add(() -> doing.apply(false));
        yield new Outcome.Unknown("timed out");
      }
    };
  }

  private Behaviour ordered(SandboxCall call) {
    Behaviour order = orders.computeIfAbsent(call, c -> new ArrayDeque<>()).poll();
    return order == null ? Behaviour.OBEY : order;
  }

  private Outcome answer(SandboxEntry entry) {
    return switch (entry.what()) {
      case FACT -> Outcome.Done.of(state.fact(entry));
      case DECLINED -> new Outcome.Declined("declined by the sandbox");
      case SESSION, ENDED ->
          new Outcome.Pending(
              URI.create("https://sandbox.invalid/pay/" + entry.payment()), entry.payment());
    };
  }

  @Override
  public synchronized Lookup lookUp(Payment payment, @Nullable String providerPayment) {
    return ordered(SandboxCall.LOOK_UP) == Behaviour.OBEY
        ? state.lookUp(payment.reference())
        : new Lookup.Unanswered("timed out");
  }
}
