package io.travelsuite.integrity;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import org.jspecify.annotations.Nullable;

/** One place where what is stored does not follow from the bookings. */
public sealed interface Drift {

  /** {@return the occurrence it concerns} */
  OccurrenceId occurrence();

  /**
   * A counter is not the sum of what bookings take.
   *
   * @param occurrence the occurrence
   * @param pool the pool
   * @param leg the leg
   * @param stored what the counter says, or -1 when the row is missing
   * @param booked what the bookings say
   */
  record CounterDrift(OccurrenceId occurrence, String pool, int leg, int stored, int booked)
      implements Drift {}

  /**
   * A counter's overhang is not what is taken above sellable.
   *
   * @param occurrence the occurrence
   * @param pool the pool
   * @param leg the leg
   * @param stored the overhang stored
   * @param actual what the bookings take above sellable
   */
  record OverhangDrift(OccurrenceId occurrence, String pool, int leg, int stored, int actual)
      implements Drift {}

  /**
   * A seat's claim is not what the bookings say.
   *
   * @param occurrence the occurrence
   * @param leg the leg
   * @param seat the seat's label
   * @param stored the booking that the claim names, or null when there is no claim
   * @param booked the booking that has the seat, or null when none has
   */
  record SeatDrift(
      OccurrenceId occurrence,
      int leg,
      String seat,
      @Nullable BookingId stored,
      @Nullable BookingId booked)
      implements Drift {}

  /**
   * Two bookings have one seat on one leg: a double sale made past the library.
   *
   * @param occurrence the occurrence
   * @param leg the leg
   * @param seat the seat's label
   * @param first one booking
   * @param second the other
   */
  record SeatSoldTwice(
      OccurrenceId occurrence, int leg, String seat, BookingId first, BookingId second)
      implements Drift {}

  /**
   * The list of live holds of an occurrence, by which expired ones are found, has a hold that it
   * should not have, or lacks one, or has it under another time.
   *
   * @param occurrence the occurrence
   * @param booking the booking
   */
  record HoldDrift(OccurrenceId occurrence, BookingId booking) implements Drift {}
}
