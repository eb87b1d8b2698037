package io.travelsuite.booking;

import java.util.List;

/**
 * Not enough is left. Nothing was taken.
 *
 * @param shortages where, at least one
 */
public record SoldOut(List<Shortage> shortages)
    implements Refusal, HoldResult, ConfirmResult, ChangeResult {

  /** Copies the list. */
  public SoldOut {
    shortages = List.copyOf(shortages);
  }

  /** {@return the units left where they are fewest, of those that were short} */
  public int available() {
    return shortages.stream().mapToInt(Shortage::available).min().orElse(0);
  }
}
