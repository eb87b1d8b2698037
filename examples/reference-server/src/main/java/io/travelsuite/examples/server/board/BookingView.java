package io.travelsuite.examples.server.board;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a booking shows.
 *
 * @param id its id
 * @param reference what its customer has in hand
 * @param facts of it, each with its name
 * @param lines what is booked
 * @param money what was paid here, or null
 * @param form of a refund
 * @param rights what the one who looks may do, where it can be done
 */
record BookingView(
    String id,
    String reference,
    List<Fact> facts,
    List<Line> lines,
    @Nullable MoneyView money,
    Typed form,
    Rights rights) {

  /** A name and what it is. */
  record Fact(String name, String text) {}

  /** A line: a departure, who travels on it, and how far they are. */
  record Line(String departure, String when, String product, String places, String states) {}

  /**
   * What was paid.
   *
   * @param paid all of it
   * @param kept what did not go back
   * @param left whether anything is kept
   * @param stray whether it is kept for a booking that is cancelled
   * @param refunds what went back, and is to
   */
  record MoneyView(
      String paid, String kept, boolean left, boolean stray, List<RefundView> refunds) {

    boolean any() {
      return !refunds.isEmpty();
    }
  }

  /** A refund in a line. */
  record RefundView(String amount, String reason, String state, String kind, String who) {}

  /**
   * What somebody typed to give money back.
   *
   * @param key of the form: what is sent twice is one refund
   */
  record Typed(String key, String amount, String reason) {

    static Typed nothing(UUID key) {
      return new Typed(key.toString(), "", "");
    }
  }

  /** What somebody may do. */
  record Rights(boolean cancel, boolean refund, boolean money) {}
}
