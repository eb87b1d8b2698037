package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.price.PromoUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes transitions, however many, each table in as few statements as it takes. */
final class TransitionWriter {

  private final UnitOfWork unit;
  private final List<Transition> transitions;

  private TransitionWriter(UnitOfWork unit, List<Transition> transitions) {
    this.unit = unit;
    this.transitions = transitions;
  }

  static void write(UnitOfWork unit, List<Transition> transitions, Instant now) {
    TransitionWriter writer = new TransitionWriter(unit, transitions);
    writer.seats();
    writer.bookings();
    writer.lines();
    writer.holds();
    writer.events(now);
  }

  private void seats() {
    List<SeatKey> free = new ArrayList<>();
    Map<SeatKey, BookingId> taken = new HashMap<>();
    for (Transition t : transitions) {
      free.addAll(Taking.seatsOnlyIn(t.takingBefore(), t.takingAfter()));
      for (SeatKey seat : Taking.seatsOnlyIn(t.takingAfter(), t.takingBefore())) {
        taken.put(seat, t.after().id());
      }
    }
    SeatTable.delete(handle(), free);
    SeatTable.insert(handle(), taken);
  }

  private void bookings() {
    BookingTable.insert(handle(), transitions.stream().filter(t -> t.before() == null).toList());
    BookingTable.update(handle(), transitions.stream().filter(t -> t.before() != null).toList());
  }

  private void lines() {
    List<List<@Nullable Object>> added = new ArrayList<>();
    List<List<@Nullable Object>> changed = new ArrayList<>();
    for (Transition t : transitions) {
      StoredBooking before = t.before();
      int firstRow = before == null ? 0 : before.lineRows();
      added.addAll(LineTable.values(t.after().id(), firstRow, t.addedLines()));
      PromoUse promo = t.after().promo();
      if (before == null && promo != null) {
        int lines = t.after().lines().size();
        added.add(LineTable.row(t.after().id(), t.lineRowsAfter() - 1, promo, lines));
      }
      if (before != null) {
        changed.addAll(changedLines(before, t.after()));
      }
    }
    LineTable.insert(handle(), added);
    LineTable.update(handle(), changed);
  }

  private static List<List<@Nullable Object>> changedLines(StoredBooking before, Booking after) {
    Map<Integer, BookedLine> kept = new HashMap<>();
    after.lines().forEach(line -> kept.put(line.number(), line));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BookedLine line : before.booking().lines()) {
      BookedLine now = kept.get(line.number());
      if (now == null || !now.units().equals(line.units())) {
        List<Integer> numbers = before.rowsOfLine().getOrDefault(line.number(), List.of());
        String states = now == null ? "" : LineTable.states(now.units());
        rows.addAll(LineTable.values(after.id(), numbers, line, states));
      }
    }
    return rows;
  }

  private void holds() {
    Set<HoldTable.Entry> gone = new HashSet<>();
    Set<HoldTable.Entry> added = new HashSet<>();
    for (Transition t : transitions) {
      Set<HoldTable.Entry> before = HoldTable.entries(t.bookingBefore());
      Set<HoldTable.Entry> after = HoldTable.entries(t.after());
      before.stream().filter(entry -> !after.contains(entry)).forEach(gone::add);
      after.stream().filter(entry -> !before.contains(entry)).forEach(added::add);
    }
    HoldTable.delete(handle(), gone);
    HoldTable.insert(handle(), added);
  }

  private void events(Instant at) {
    List<EventTable.Entry> entries = new ArrayList<>();
    for (Transition t : transitions) {
      entries.add(EventPayload.entry(unit.newTransition(), t, at));
    }
    EventTable.insert(handle(), entries);
  }

  private Handle handle() {
    return unit.handle();
  }
}
