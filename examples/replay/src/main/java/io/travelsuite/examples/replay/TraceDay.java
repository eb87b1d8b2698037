package io.travelsuite.examples.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens on one date: all bookings, then all cancellations, each in file order.
 *
 * @param date the date
 * @param bookings the rows booked on it
 * @param cancellations the rows cancelled on it, refused ones included
 */
record TraceDay(LocalDate date, List<TraceRow> bookings, List<TraceRow> cancellations) {

  TraceDay(LocalDate date) {
    this(date, new ArrayList<>(), new ArrayList<>());
  }
}
