package io.travelsuite.notify.notice;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What people read about an occurrence.
 *
 * @param title what it is, such as {@code Night coach Berlin – Vienna}; not blank
 * @param duration how long it takes, positive, for an occurrence without stops; null when unknown
 */
public record TripText(String title, @Nullable Duration duration) {

  /** Checks both. */
  public TripText {
    unless(!title.isBlank(), "trip.title", title, "must not be blank");
    boolean positive = duration == null || (!duration.isNegative() && !duration.isZero());
    unless(positive, "trip.duration", duration, "must be positive");
  }
}
