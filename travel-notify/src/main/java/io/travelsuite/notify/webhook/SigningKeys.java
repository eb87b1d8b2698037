package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of an endpoint's secrets are in force, by number. Immutable.
 *
 * @param current the number of the one that signs, from 1
 * @param previousUntil until when the one before signs too, or null if it does not
 */
public record SigningKeys(int current, @Nullable Instant previousUntil) {

  /** Of a new endpoint. */
  public static final SigningKeys FIRST = new SigningKeys(1, null);

  /** Checks the number. */
  public SigningKeys {
    unless(current >= 1, "current", current, "must be 1 or more");
  }

  /**
   * {@return whether the one before signs too}
   *
   * @param now the time
   */
  public boolean previousSigns(Instant now) {
    return current > 1 && previousUntil != null && now.isBefore(previousUntil);
  }
}
