package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads a request's body within a size and a time. Never keeps more than the size, and does not
 * believe {@code Content-Length}. The time is looked at between two reads: a single read that
 * blocks is ended by the server's own timeout. Immutable; safe for use by many threads.
 */
public final class BodyReader {

  private final int most;
  private final Duration within;
  private final Clock clock;

  /**
   * A reader with limits.
   *
   * @param most how many bytes, 1 to 64 MiB; {@link RequestLimits#JSON_BODY_BYTES}, say
   * @param within how long a whole body may take; {@link RequestLimits#BODY_WITHIN}, say
   * @param clock what time it is
   */
  public BodyReader(int most, Duration within, Clock clock) {
    unless(most > 0 && most <= 64 << 20, "most", most, "must be 1 to 64 MiB");
    unless(!within.isNegative() && !within.isZero(), "within", within, "must be positive");
    this.most = most;
    this.within = within;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Body {

    /**
     * All of it.
     *
     * @param bytes the body
     */
    @SuppressWarnings("ArrayRecordComponent") // made for this one caller
    record Complete(byte[] bytes) implements Body {}

    /**
     * More than is read: answer 413 and close the connection.
     *
     * @param most how many bytes are read
     */
    record TooLarge(int most) implements Body {}

    /**
     * Not there in time: answer 408 and close the connection.
     *
     * @param within how long it may take
     */
    record TooSlow(Duration within) implements Body {}

    /**
     * Not what {@code Content-Length} promised: answer 400 and close the connection.
     *
     * @param read how many bytes came
     */
    record Incomplete(int read) implements Body {}
  }

  /**
   * Reads a body. The stream is not closed.
   *
   * @param in where it comes from
   * @param declared what {@code Content-Length} says, or −1
   * @return the body, or why there is none
   * @throws IOException if the stream fails
   */
  public Body read(InputStream in, long declared) throws IOException {
    if (declared > most) {
      return new Body.TooLarge(most);
    }
    Instant end = clock.instant().plus(within);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[Math.min(most, 8192)];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (body.size() + count > most) {
        return new Body.TooLarge(most);
      }
      if (clock.instant().isAfter(end)) {
        return new Body.TooSlow(within);
      }
      body.write(buffer, 0, count);
    }
    boolean complete = declared < 0 || body.size() == declared;
    return complete ? new Body.Complete(body.toByteArray()) : new Body.Incomplete(body.size());
  }
}
