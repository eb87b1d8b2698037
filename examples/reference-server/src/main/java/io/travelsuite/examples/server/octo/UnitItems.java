package io.travelsuite.examples.server.octo;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units of a booking: what resellers send of them, and the lines they are in the library. */
final class UnitItems {

  private static final int MOST = 400;
  private static final int MOST_CHARS = 255;

  private UnitItems() {}

  /**
   * The units that a request asks for.
   *
   * @param known those that the booking has: one named again by its uuid keeps what is not told
   */
  static List<Reservation.Item> of(
      Option option, @Nullable List<Requests.UnitItem> asked, List<Reservation.Item> known) {
    if (asked == null || asked.isEmpty()) {
      throw OctoException.unprocessable("unitItems must name a unit at least");
    }
    if (asked.size() > MOST) {
      throw OctoException.unprocessable("unitItems must be at most " + MOST);
    }
    List<Reservation.Item> items = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (Requests.@Nullable UnitItem one : asked) {
      if (one == null) {
        throw OctoException.badRequest("unitItems must not hold null");
      }
      Reservation.Item item = item(one, known);
      Products.checkUnit(option, item.unitId());
      if (!seen.add(item.uuid())) {
        throw OctoException.badRequest("unitItems must not repeat a uuid");
      }
      items.add(item);
    }
    return items;
  }

  private static Reservation.Item item(Requests.UnitItem asked, List<Reservation.Item> known) {
    UUID uuid = asked.uuid() == null ? UUID.randomUUID() : Texts.uuid(asked.uuid());
    Reservation.Item before =
        known.stream().filter(item -> item.uuid().equals(uuid)).findFirst().orElse(null);
    String unit = asked.unitId();
    if (unit == null && before != null) {
      unit = before.unitId();
    }
    String reference =
        Texts.check("unitItems.resellerReference", asked.resellerReference(), MOST_CHARS);
    Contact contact = asked.contact() == null ? null : asked.contact().checked();
    return new Reservation.Item(
        uuid,
        Texts.required("unitItems.unitId", unit),
        reference == null && before != null ? before.resellerReference() : reference,
        contact == null ? before == null ? Contact.NOBODY : before.contact() : contact);
  }

  /** Refuses more than a booking may have. */
  static void checkCount(Slot slot, List<Reservation.Item> items) {
    int most = slot.option().rules().mostUnits();
    if (items.size() > most) {
      throw OctoException.unprocessable("a booking has at most " + most + " units");
    }
  }

  /** The lines of units on a slot: one a unit, in the order in which units are first named. */
  static List<Line> lines(Slot slot, List<Reservation.Item> items) {
    List<Line> lines = new ArrayList<>();
    counts(items)
        .forEach(
            (unit, count) -> {
              Line line =
                  Line.of(slot.departure().occurrence(), unit, count).over(slot.departure().legs());
              lines.add(
                  slot.option().rules().seated() ? line.seats(SeatWish.bestAvailable()) : line);
            });
    return lines;
  }

  private static Map<String, Integer> counts(List<Reservation.Item> items) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    items.forEach(item -> counts.merge(item.unitId(), 1, Integer::sum));
    return counts;
  }

  /** Whether a booking has other units than these, or has them on another slot. */
  static boolean differ(Booking booking, Slot slot, List<Reservation.Item> items) {
    boolean elsewhere =
        booking.lines().stream()
            .anyMatch(
                line ->
                    !line.occurrence().equals(slot.departure().occurrence())
                        || !line.legs().equals(slot.departure().legs()));
    Map<String, Integer> booked =
        booking.lines().stream()
            .collect(
                Collectors.toMap(
                    line -> String.valueOf(line.fareUnit()), BookedLine::liveUnits, Integer::sum));
    return elsewhere || !booked.equals(counts(items));
  }
}
