package io.travelsuite.jdbc.model;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Travel;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.Availability;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a call answered, in the order in which it is compared where the order is nobody's business.
 *
 * @param value the result, or {@link #INVALID}
 */
record Answer(Object value) {

  /** Both refuse the input; in what words is not compared. */
  static final String INVALID = "InvalidRequestException";

  static Answer of(Operation operation, Travel travel) {
    try {
      return new Answer(inOrder(operation.call().apply(travel)));
    } catch (InvalidRequestException e) {
      return new Answer(INVALID);
    }
  }

  private static Object inOrder(Object value) {
    if (value instanceof SoldOut soldOut) {
      return new SoldOut(
          sorted(
              soldOut.shortages(),
              Comparator.comparing((Shortage shortage) -> shortage.occurrence().toString())
                  .thenComparing(Shortage::pool)));
    }
    if (value instanceof List<?> list && list.stream().allMatch(Availability.class::isInstance)) {
      return inOrder(list.stream().map(Availability.class::cast).toList());
    }
    return value;
  }

  /** By start is promised; which of two that start together comes first is not. */
  private static List<Availability> inOrder(List<Availability> all) {
    Comparator<Availability> byStart = Comparator.comparing(Availability::startsAt);
    Comparator<Availability> byId = Comparator.comparing(some -> some.occurrence().toString());
    return all.equals(sorted(all, byStart)) ? sorted(all, byStart.thenComparing(byId)) : all;
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  private static String kind(Booking booking) {
    return booking.lines().stream().anyMatch(line -> !line.seatChanges().isEmpty())
        ? "Held with a change of seats"
        : "Held";
  }

  /** What kind of answer it is, to know afterwards that a run met them all. */
  String kind() {
    if (value instanceof Held held) {
      return held.repeated() ? "Held again" : kind(held.booking());
    } else if (value instanceof NotOnSale notOnSale) {
      return "NotOnSale " + notOnSale.reason();
    } else if (value instanceof SoldOut soldOut) {
      boolean seats = soldOut.shortages().stream().anyMatch(some -> !some.seatsTaken().isEmpty());
      return seats ? "SoldOut of seats" : "SoldOut";
    } else if (value instanceof Optional<?> found) {
      return found.isPresent() ? "found" : "not found";
    }
    return value.equals(INVALID) ? INVALID : value.getClass().getSimpleName();
  }
}
