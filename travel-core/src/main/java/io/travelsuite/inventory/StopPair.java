package io.travelsuite.inventory;

/**
 * Two stops between which somebody travels. They are the same where a run comes back to where it
 * began.
 *
 * @param from the code of the stop where it begins, 1 to 32 printable ASCII characters without
 *     space
 * @param to the code of the stop where it ends, alike
 */
public record StopPair(String from, String to) {
  /** Checks the codes. */
  public StopPair {
    Stop.checkCode("from", from);
    Stop.checkCode("to", to);
  }

  /** {@return the pair as people read it: {@code A - B}} */
  @Override
  public String toString() {
    return from + " - " + to;
  }
}
