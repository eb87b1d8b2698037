package io.travelsuite.booking;

import io.travelsuite.inventory.LegRange;

/** Which part of an occurrence a line travels. */
public sealed interface Section {

  /** From its first stop to its last. */
  record Whole() implements Section {}

  /**
   * Between two stops, by their codes. An occurrence that visits one of them twice needs {@link
   * Legs}.
   *
   * @param from the code of the stop where it begins
   * @param to the code of the stop where it ends
   */
  record Between(String from, String to) implements Section {}

  /**
   * Over these legs.
   *
   * @param range the legs
   */
  record Legs(LegRange range) implements Section {}
}
