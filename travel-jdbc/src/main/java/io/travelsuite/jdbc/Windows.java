package io.travelsuite.jdbc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cuts the time up to a horizon into windows of whole dates, with some hundred slots each. */
final class Windows {

  private static final int SLOTS = 100;

  private Windows() {}

  /**
   * Some dates and the slots of a schedule on them.
   *
   * @param first the first date
   * @param last the last date, included
   * @param slots the local starts that the schedule wants
   */
  record Window(LocalDate first, LocalDate last, NavigableSet<LocalDateTime> slots) {

    LocalDateTime from() {
      return first.atStartOfDay();
    }

    /** The first moment after it. */
    LocalDateTime to() {
      return last.plusDays(1).atStartOfDay();
    }
  }

  /** Windows that together have all dates from one to another, in order. */
  static List<Window> of(
      NavigableSet<LocalDate> dates, SortedSet<LocalTime> times, LocalDate from, LocalDate to) {
    List<Window> windows = new ArrayList<>();
    LocalDate first = from;
    NavigableSet<LocalDateTime> slots = new TreeSet<>();
    for (LocalDate date : dates) {
      if (slots.size() >= SLOTS) {
        windows.add(new Window(first, date.minusDays(1), slots));
        first = date;
        slots = new TreeSet<>();
      }
      for (LocalTime time : times) {
        slots.add(date.atTime(time));
      }
    }
    if (!first.isAfter(to)) {
      windows.add(new Window(first, to, slots));
    }
    return windows;
  }
}
