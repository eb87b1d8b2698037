package io.travelsuite.payments.inbox;

import static io.travelsuite.InvalidRequestException.unless;

/** What a handler answers. */
public sealed interface Handling {

  /** It did what there was to do, perhaps nothing: its writes commit, and the event is done. */
  record Handled() implements Handling {}

  /**
   * It is too early: what the event is about is not there yet. Its writes are undone, and the event
   * is tried again after a while, up to {@link InboxSettings.Tries#most} times in all.
   *
   * @param why for people who look, up to 255 characters; card numbers are blotted out
   */
  record Parked(String why) implements Handling {

    /** Checks the length. */
    public Parked {
      unless(why.length() <= 255, "why", why.length(), "must be at most 255 characters");
    }
  }
}
