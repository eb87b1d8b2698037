package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What OCTO calls an availability: an occurrence, over the stops of an option.
 *
 * @param offer the product
 * @param option how it is sold
 * @param departure the occurrence, and whether a party could have it
 * @param capacity how many of the option's first unit it has room for when empty
 */
record Slot(Offer offer, Option option, Departure departure, int capacity) {

  /** The start with its offset. A product sold by day starts when its day does. */
  String id() {
    return Texts.local(start());
  }

  LocalDate date() {
    return local().toLocalDate();
  }

  boolean available() {
    return departure.status() == Status.AVAILABLE;
  }

  int vacancies() {
    return departure.left().units();
  }

  /** Until when a booking can be changed or cancelled. */
  Instant cancelUntil() {
    return departure.leaves().at().minus(option.rules().cancelUntil());
  }

  private ZonedDateTime local() {
    ZoneId zone = offer.product().zone();
    return departure.leaves().at().atZone(zone);
  }

  private boolean allDay() {
    return offer.timing() == Offer.Timing.OPENING_HOURS;
  }

  private ZonedDateTime start() {
    return allDay() ? date().atStartOfDay(offer.product().zone()) : local();
  }

  private ZonedDateTime end() {
    return allDay()
        ? date().plusDays(1).atStartOfDay(offer.product().zone())
        : local().plus(option.hours().length());
  }

  List<Answers.OpeningHours> openingHours() {
    LocalTime opens = option.hours().opens();
    return allDay()
        ? List.of(
            new Answers.OpeningHours(
                opens.toString(), opens.plus(option.hours().length()).toString()))
        : List.of();
  }

  /** OCTO's word for how it stands; less than half is LIMITED. */
  String status() {
    return switch (departure.status()) {
      case AVAILABLE -> 2 * vacancies() < capacity ? "LIMITED" : "AVAILABLE";
      case SOLD_OUT -> "SOLD_OUT";
      default -> "CLOSED";
    };
  }

  /** What capabilities add: prices and words, or null. */
  record More(
      @Nullable List<Answers.Pricing> unitPricing,
      Answers.@Nullable Pricing pricing,
      Described.@Nullable SlotFields content) {}

  Answers.Availability answer(More more) {
    return new Answers.Availability(
        id(),
        Texts.local(start()),
        Texts.local(end()),
        Texts.utc(departure.leaves().at().minus(option.rules().saleEnds())),
        allDay(),
        available(),
        status(),
        vacancies(),
        capacity,
        Math.min(vacancies(), option.rules().mostUnits()),
        openingHours(),
        more.unitPricing(),
        more.pricing(),
        more.content());
  }
}
