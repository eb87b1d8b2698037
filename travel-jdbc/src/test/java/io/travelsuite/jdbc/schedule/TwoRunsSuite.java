package io.travelsuite.jdbc.schedule;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A run in the morning and one in the evening, whose bookings an operator does something to. */
abstract class TwoRunsSuite {

  Operations operations;
  OccurrenceId morning;
  OccurrenceId evening;

  @BeforeEach
  void open() {
    operations = Operations.create();
    morning = open("2027-03-01T09:00", 60);
    evening = open("2027-03-01T18:00", 60);
  }

  @AfterEach
  void close() {
    operations.assertNoDrift();
    operations.close();
  }

  OccurrenceId open(String start, int units) {
    return open(request(start).pool("seats", units));
  }

  OccurrenceRequest request(String start) {
    return OccurrenceRequest.of(operations.product().id(), LocalDateTime.parse(start));
  }

  OccurrenceId open(OccurrenceRequest request) {
    return operations.inventory().open(request).orElseThrow().id();
  }

  BookingState state(BookingId id) {
    return operations.bookings().find(id).orElseThrow().state();
  }

  int taken(OccurrenceId occurrence) {
    return operations.availability(occurrence).legs().get(0).taken();
  }
}
