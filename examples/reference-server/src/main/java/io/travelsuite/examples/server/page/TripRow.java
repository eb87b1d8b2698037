package io.travelsuite.examples.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.shop.Trip;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Status;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A departure in a list.
 *
 * @param departure its id
 * @param date of its start, where it is left from
 * @param iso the same for programs
 * @param time when, as people read it
 * @param left how many are left, or why none can be had
 * @param kind of what {@code left} says: good, warn or bad
 * @param price for the party, or null
 * @param href where it can be had, or null when it can't
 */
record TripRow(
    String departure,
    LocalDate date,
    String iso,
    String time,
    String left,
    String kind,
    @Nullable String price,
    @Nullable String href) {

  private static final int FEW = 5;

  /** {@return the date as people read it} */
  String day() {
    return Wording.shortDay(date);
  }

  static TripRow of(Trip trip, SortedMap<String, Integer> party) {
    Departure departure = trip.departure();
    int units = departure.left().units();
    boolean open = departure.status() == Status.AVAILABLE;
    boolean some = open || (departure.status() == Status.SOLD_OUT && units > 0);
    return new TripRow(
        departure.occurrence().toString(),
        departure.leaves().local().toLocalDate(),
        departure.leaves().local().toString(),
        time(trip),
        said(departure.status(), units),
        open ? (units <= FEW ? "warn" : "good") : some ? "warn" : "bad",
        departure.price() == null ? null : Wording.money(departure.price()),
        some ? href(departure.occurrence().toString(), trip.option(), party) : null);
  }

  static String href(String departure, Option option, SortedMap<String, Integer> party) {
    StringBuilder href = new StringBuilder("/trips/" + departure + "?option=");
    href.append(URLEncoder.encode(option.code(), UTF_8));
    party.forEach(
        (unit, count) ->
            href.append("&u.").append(URLEncoder.encode(unit, UTF_8)).append('=').append(count));
    return href.toString();
  }

  private static String time(Trip trip) {
    if (trip.offer().timing() == Offer.Timing.OPENING_HOURS) {
      return opening(trip.option());
    }
    var leaves = trip.departure().leaves();
    var arrives = trip.departure().arrives();
    String from = Wording.time(leaves.local().toLocalTime());
    return arrives == null ? from : from + " – " + Wording.time(arrives.local().toLocalTime());
  }

  /** When somebody may come who comes at any time. */
  static String opening(Option option) {
    Option.Hours hours = option.hours();
    return Wording.time(hours.opens()) + " – " + Wording.time(hours.opens().plus(hours.length()));
  }

  private static String said(Status status, int units) {
    return switch (status) {
      case AVAILABLE -> units <= FEW ? "Only " + units + " left" : units + " left";
      case SOLD_OUT -> units == 0 ? "Sold out" : "Only " + units + " left";
      case NOT_YET_OPEN -> "Not on sale yet";
      case CUTOFF_PASSED -> "Sale has ended";
      case CANCELLED -> "Cancelled";
      case CLOSED, NOT_OFFERED -> "Not on sale";
      case PARTY_TOO_SMALL, PARTY_TOO_LARGE, RESTRICTED -> "Not for this party";
    };
  }
}
