package io.travelsuite.schedule;

import io.travelsuite.UuidText;
import java.util.UUID;

/**
 * Identifies a schedule.
 *
 * @param value the UUID; the library makes version 7, and takes any
 */
public record ScheduleId(UUID value) {

  /**
   * {@return the id with that text form}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ScheduleId of(String text) {
    return new ScheduleId(UuidText.of(text));
  }

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
