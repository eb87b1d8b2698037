package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a hold becomes a booking with.
 *
 * @param paymentReference the host's own, 1 to 255 printable ASCII characters, or null; never a
 *     card number
 * @param change lines to swap in the same step, or null to confirm just what is held
 */
public record Confirmation(@Nullable String paymentReference, @Nullable Change change) {

  private static final Pattern REFERENCE = Pattern.compile("[ -~]{1,255}");

  /** Checks the reference. */
  public Confirmation {
    unless(
        paymentReference == null || REFERENCE.matcher(paymentReference).matches(),
        "paymentReference",
        paymentReference,
        "must be 1 to 255 printable ASCII characters");
  }

  /**
   * {@return a confirmation of what is held}
   *
   * @param paymentReference the host's own
   */
  public static Confirmation of(String paymentReference) {
    return new Confirmation(paymentReference, null);
  }

  /**
   * {@return the same with other units than held}
   *
   * @param swap lines to swap in the same step
   */
  public Confirmation with(Change swap) {
    return new Confirmation(paymentReference, swap);
  }
}
