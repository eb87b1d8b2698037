package io.travelsuite.jdbc;

import java.util.Locale;

/** The types of events; in the tables and the payloads {@code booking.held} and so on. */
enum EventType {
  BOOKING_HELD,
  BOOKING_CONFIRMED,
  BOOKING_CHANGED,
  BOOKING_EXTENDED,
  BOOKING_RELEASED,
  BOOKING_EXPIRED,
  BOOKING_CANCELLED,
  BOOKING_REDUCED,
  BOOKING_REDEEMED,
  BOOKING_UNIT_REDEEMED,
  BOOKING_NO_SHOW,
  OCCURRENCE_OPENED,
  OCCURRENCE_CLOSED,
  OCCURRENCE_REOPENED,
  OCCURRENCE_CANCELLED,
  OCCURRENCE_TERMS_CHANGED,
  OCCURRENCE_RESIZED,
  OCCURRENCE_RETIMED,
  OCCURRENCE_REALIGNED,
  OCCURRENCE_WITHDRAWN,
  OCCURRENCE_REPAIRED,
  SCHEDULE_SAVED,
  REMINDER_DEPARTURE,
  REMINDER_HOLD;

  private final String text = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");

  /** As it is stored; what is before the dot tells what it is about. */
  String text() {
    return text;
  }
}
