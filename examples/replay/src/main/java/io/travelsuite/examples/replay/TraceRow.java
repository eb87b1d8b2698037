package io.travelsuite.examples.replay;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking of the trace.
 *
 * @param number its place in the file, from 1, the header not counted
 * @param hotel where
 * @param bookedOn when it was made
 * @param arrival the first night
 * @param nights how many; 0 for a visit by day, which takes no room
 * @param cancelledOn when it was cancelled, or the guests did not show up; never before {@code
 *     bookedOn}; null when they came
 */
record TraceRow(
    int number,
    Hotel hotel,
    LocalDate bookedOn,
    LocalDate arrival,
    int nights,
    @Nullable LocalDate cancelledOn) {

  List<LocalDate> nightDates() {
    return arrival.datesUntil(arrival.plusDays(nights)).toList();
  }
}
