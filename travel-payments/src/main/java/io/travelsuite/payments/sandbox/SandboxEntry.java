package io.travelsuite.payments.sandbox;

import io.travelsuite.payments.ledger.Transition;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One line of the sandbox provider's own books: what it did under a key.
 *
 * @param what what kind of line
 * @param key the idempotency key it was done under; {@code -} for what the customer did
 * @param reference our name for the payment
 * @param payment the sandbox's name for it
 * @param object what changed
 * @param transition what happened to it, for a FACT
 * @param amount how much
 */
public record SandboxEntry(
    What what,
    String key,
    String reference,
    String payment,
    String object,
    Transition transition,
    Money amount) {

  /** The kinds of lines. */
  public enum What {
    /** The customer was given a page to pay on. */
    SESSION,
    /** Something happened. */
    FACT,
    /** A call was refused. */
    DECLINED,
    /** The page can no longer be paid on. */
    ENDED
  }

  /** {@return the entry as a line of text, without the end of the line} */
  public String line() {
    return String.join(
        "\t",
        what.name(),
        key,
        reference,
        payment,
        object,
        transition.name(),
        amount.getCurrencyUnit().getCode(),
        Long.toString(amount.getAmountMinorLong()));
  }

  /**
   * {@return the entry of a line}
   *
   * @param line as {@link #line} wrote it
   */
  public static SandboxEntry of(String line) {
    String[] parts = line.split("\t", -1);
    return new SandboxEntry(
        What.valueOf(parts[0]),
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        Transition.valueOf(parts[5]),
        Money.ofMinor(CurrencyUnit.of(parts[6]), Long.parseLong(parts[7])));
  }
}
