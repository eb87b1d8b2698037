package io.travelsuite.examples.server.page;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a booking shows: one of the four that follow the bill is there, by its state.
 */
record BookingModel(
    Head head,
    Bill bill,
    @Nullable Held held,
    @Nullable Sold sold,
    @Nullable Gone gone,
    @Nullable String problem) {

  /** What it is, and whose. */
  record Head(String title, String reference, String name, String picture, When when, String who) {}

  /** What it costs. */
  record Bill(List<Row> rows, String total) {}

  /** Places of one fare unit. */
  record Row(int count, String unit, String seats, String price) {}

  /** It waits to be paid. */
  record Held(Until until, Pay pay, String path) {}

  /** When a hold ends: for people and for the script that counts down. */
  record Until(String text, String iso, String now) {}

  /** How it is paid. */
  record Pay(String csrf, String key, String amount, boolean playing, boolean waiting) {}

  /** It is paid. */
  record Sold(
      List<Ticket> tickets, String path, String cancel, boolean open, @Nullable String mailed) {

    boolean used() {
      return !open;
    }
  }

  /** A ticket, with its code drawn. */
  record Ticket(String svg, String unit, String seat, String holder) {}

  /** It is over. */
  record Gone(String text, @Nullable String back, String again) {}

  static Bill bill(Booking booking, Option option) {
    return new Bill(
        booking.lines().stream().map(line -> row(line, option)).toList(),
        booking.total().map(Wording::money).orElse("free of charge"));
  }

  private static Row row(BookedLine line, Option option) {
    return new Row(
        line.units().size(),
        unit(line, option),
        line.seats().isEmpty() ? "" : "Seats " + String.join(", ", line.seats()),
        line.price() == null
            ? ""
            : Wording.money(line.price().total().multipliedBy(line.units().size())));
  }

  static String unit(BookedLine line, Option option) {
    String code = String.valueOf(line.fareUnit());
    return option.unit(code).map(Unit::name).orElse(code);
  }
}
