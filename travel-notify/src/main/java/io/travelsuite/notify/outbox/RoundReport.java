package io.travelsuite.notify.outbox;

/**
 * What became of the events that a subscription claimed.
 *
 * @param done handled
 * @param later to be tried again
 * @param dead given up
 * @param returned given back untried: a booking's earlier event is to be tried again, the breaker
 *     opened, the lease was nearly over, or the thread was interrupted
 * @param overtaken handled or failed, but the lease had lapsed and another process has them
 */
public record RoundReport(int done, int later, int dead, int returned, int overtaken) {

  /** Nothing was due. */
  public static final RoundReport NOTHING = new RoundReport(0, 0, 0, 0, 0);

  /** {@return all that were claimed} */
  public int claimed() {
    return done + later + dead + returned + overtaken;
  }

  /**
   * {@return both together}
   *
   * @param other what became of others
   */
  public RoundReport plus(RoundReport other) {
    return new RoundReport(
        done + other.done,
        later + other.later,
        dead + other.dead,
        returned + other.returned,
        overtaken + other.overtaken);
  }
}
