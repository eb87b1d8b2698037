package io.travelsuite.notify.outbox;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.notify.channel.SendResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a handler answers. Reasons are kept for people who look: without personal data. */
public sealed interface Answer {

  /** It did what there was to do, perhaps nothing. */
  record Done() implements Answer {}

  /**
   * Not now: tried again after a pause, up to {@link OutboxSettings.Tries#most} times in all. Later
   * events of the same booking wait for it. What a joined handler wrote is undone.
   *
   * @param reason why, up to 255 characters
   * @param pause how long the other side wants to be left alone, 0 to 7 days, or null for the usual
   *     pause, which doubles with each try
   */
  record Later(String reason, @Nullable Duration pause) implements Answer {

    private static final Duration LONGEST = Duration.ofDays(7);

    /** Checks the length and the range. */
    public Later {
      checkReason(reason);
      unless(
          pause == null || (!pause.isNegative() && pause.compareTo(LONGEST) <= 0),
          "pause",
          pause,
          "must be 0 to 7 days");
    }
  }

  /**
   * Never: it is dead at once, without more tries, and later events of the same booking go on. What
   * a joined handler wrote is undone.
   *
   * @param reason why, up to 255 characters
   */
  record GiveUp(String reason) implements Answer {

    /** Checks the length. */
    public GiveUp {
      checkReason(reason);
    }
  }

  /** {@return that it is done} */
  static Answer done() {
    return new Done();
  }

  /**
   * {@return that it is to be tried again after the usual pause}
   *
   * @param reason why, up to 255 characters
   */
  static Answer later(String reason) {
    return new Later(reason, null);
  }

  /**
   * {@return that it is to be tried again after a pause}
   *
   * @param reason why, up to 255 characters
   * @param pause 0 to 7 days
   */
  static Answer later(String reason, Duration pause) {
    return new Later(reason, pause);
  }

  /**
   * {@return that it never will be done}
   *
   * @param reason why, up to 255 characters
   */
  static Answer giveUp(String reason) {
    return new GiveUp(reason);
  }

  /**
   * {@return what came of sending} What is refused is given up at once; what failed, or of which
   * nobody knows, is tried again.
   *
   * @param result a channel's
   */
  static Answer of(SendResult result) {
    if (result instanceof SendResult.Failed failed) {
      return new Later(failed.reason(), failed.retryAfter());
    }
    if (result instanceof SendResult.Unknown unknown) {
      return later(unknown.reason());
    }
    return result instanceof SendResult.Refused refused ? giveUp(refused.reason()) : done();
  }

  private static void checkReason(String reason) {
    unless(reason.length() <= 255, "reason", reason.length(), "must be at most 255 characters");
  }
}
