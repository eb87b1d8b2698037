package io.travelsuite.payments.inbox;

/** What became of a delivery, and what to answer the provider. */
public sealed interface Receipt {

  /** {@return the HTTP status to answer; the provider sends again what was not answered 2xx} */
  int httpStatus();

  /**
   * Some of its events are new, or it had none, and all are stored.
   *
   * @param stored how many were not there before; 0 if the delivery held none
   * @param known how many were there already
   */
  record Accepted(int stored, int known) implements Receipt {
    @Override
    public int httpStatus() {
      return 200;
    }
  }

  /**
   * All of its events are there already, handled or not.
   *
   * @param known how many, at least one
   */
  record Duplicate(int known) implements Receipt {
    @Override
    public int httpStatus() {
      return 200;
    }
  }

  /**
   * It is not believed, or too large, and is forgotten but for the audit log.
   *
   * @param httpStatus 400, 413 for one that is too large, or 429 for unsigned ones beyond {@link
   *     InboxSettings.Bounds#unsigned}
   * @param reason why, for logs and metrics: a {@link
   *     io.travelsuite.payments.webhook.RejectionReason#label}, {@code too-large} or {@code
   *     too-many-unsigned}. Not for the answer: it helps forgers
   */
  record Refused(int httpStatus, String reason) implements Receipt {}

  /** Too many deliveries wait to be stored; nothing was. */
  record Busy() implements Receipt {
    @Override
    public int httpStatus() {
      return 503;
    }
  }
}
