package io.travelsuite.examples.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The bookings of a file.
 *
 * @param name the file's name
 * @param rows its rows, in file order
 */
record Trace(String name, List<TraceRow> rows) {

  Trace {
    rows = List.copyOf(rows);
  }

  /** The same with at most so many rows. */
  Trace first(int limit) {
    return new Trace(name, rows.subList(0, Math.min(limit, rows.size())));
  }

  /** What happens, in order of date. Rows without nights take no part. */
  List<TraceDay> days() {
    TreeMap<LocalDate, TraceDay> days = new TreeMap<>();
    for (TraceRow row : rows) {
      if (row.nights() > 0) {
        days.computeIfAbsent(row.bookedOn(), TraceDay::new).bookings().add(row);
        LocalDate cancelledOn = row.cancelledOn();
        if (cancelledOn != null) {
          days.computeIfAbsent(cancelledOn, TraceDay::new).cancellations().add(row);
        }
      }
    }
    return new ArrayList<>(days.values());
  }

  /** Every night of a hotel that some row asks for. */
  SortedSet<LocalDate> nights(Hotel hotel) {
    TreeSet<LocalDate> nights = new TreeSet<>();
    for (TraceRow row : rows) {
      if (row.hotel() == hotel) {
        nights.addAll(row.nightDates());
      }
    }
    return nights;
  }
}
