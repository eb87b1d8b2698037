package io.travelsuite;

import java.io.Serial;

/**
 * A refusal that the caller chose not to handle: thrown only by the {@code orElseThrow()} of a
 * result.
 */
public final class RefusedException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** The refusal. */
  private final transient Object refusal;

  /**
   * Wraps a refusal.
   *
   * @param refusal the result that was not a success
   */
  public RefusedException(Object refusal) {
    super("refused: " + refusal, null);
    this.refusal = refusal;
  }

  /** {@return the result that was not a success, for example a {@code SoldOut}} */
  public Object refusal() {
    return refusal;
  }
}
