package io.travelsuite.payments.ledger;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stood when it was read.
 *
 * @param payment the intent
 * @param providerPayment the provider's name for it, once learned; or null
 * @param fate what became of the seats
 * @param totals the amounts that follow from its facts
 * @param operations what the provider was or is to be asked, in the order they were recorded
 * @param version one more with every change
 */
public record StoredPayment(
    Payment payment,
    @Nullable String providerPayment,
    Fate fate,
    Totals totals,
    List<Operation> operations,
    int version) {

  /** Copies the list. */
  public StoredPayment {
    operations = List.copyOf(operations);
  }

  /** {@return our name for it} */
  public PaymentReference reference() {
    return payment.reference();
  }

  /**
   * {@return one of its operations}
   *
   * @param kind what
   * @param key which of its kind
   */
  public Optional<Operation> operation(Operation.Kind kind, String key) {
    return operations.stream().filter(o -> o.kind() == kind && o.key().equals(key)).findFirst();
  }

  /**
   * How much an operation of a kind may still be about: what the facts leave, less what other
   * operations have begun and not settled. Stores ask this under the payment's lock before they
   * record an operation, so that no two refunds promise the same money.
   *
   * @param wanted the operation
   * @return an amount, zero or more
   */
  public Money room(Operation wanted) {
    Money left =
        switch (wanted.kind()) {
          case AUTHORIZE -> payment.amount();
          case CAPTURE, VOID -> totals.uncaptured();
          case REFUND -> totals.kept();
        };
    for (Operation other : operations) {
      if (!other.same(wanted) && competes(other, wanted.kind())) {
        left = left.minus(other.amount());
      }
    }
    return left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
  }

  /** A capture and a void want the same money. */
  private static boolean competes(Operation other, Operation.Kind kind) {
    boolean takes =
        kind == Operation.Kind.REFUND
            ? other.kind() == kind
            : other.kind() == Operation.Kind.CAPTURE || other.kind() == Operation.Kind.VOID;
    return takes && kind != Operation.Kind.AUTHORIZE && !other.state().settled();
  }
}
