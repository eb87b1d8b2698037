package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the page of a departure shows. */
record OrderModel(
    Head head,
    Sale sale,
    Form form,
    List<Typed.Trouble> troubles,
    List<Way> ways,
    List<TripRow> others) {

  boolean troubled() {
    return !troubles.isEmpty();
  }

  boolean several() {
    return ways.size() > 1;
  }

  boolean elsewhere() {
    return !others.isEmpty();
  }

  /** {@return what is wrong with the name, or null} */
  @Nullable String badName() {
    return bad("name");
  }

  /** {@return what is wrong with the address, or null} */
  @Nullable String badEmail() {
    return bad("email");
  }

  /** {@return what is wrong with the number, or null} */
  @Nullable String badPhone() {
    return bad("phone");
  }

  private @Nullable String bad(String field) {
    return troubles.stream()
        .filter(trouble -> trouble.field().equals(field))
        .map(Typed.Trouble::text)
        .findFirst()
        .orElse(null);
  }

  /** What it is. */
  record Head(String name, String about, String picture, When when, String cancel) {}

  /** Whether it can be had. */
  record Sale(boolean open, String left, String kind, String live) {}

  /** Another way to book the same run. */
  record Way(String href, String name, boolean current) {}

  /** What is to be filled in. */
  record Form(
      Hidden hidden,
      List<Field> units,
      @Nullable SeatPicture seats,
      Typed.Who who,
      boolean mails,
      List<Choice> languages) {}

  /** What the form sends unseen. */
  record Hidden(String action, String csrf, String key, String option) {}

  /** How many of a fare unit. */
  record Field(String code, String name, int value, int most, Price price) {}

  /** What one costs: for people, and for the script that adds it up. */
  record Price(@Nullable String text, long minor, String currency) {}

  /** One of a list. */
  record Choice(String value, String text, boolean selected) {}

  static List<Choice> languages(String chosen) {
    return Typed.LANGUAGES.stream()
        .map(one -> new Choice(one.code(), one.name(), one.code().equals(chosen)))
        .toList();
  }

  static List<Field> fields(TripSearch search, Trip trip, Typed typed) {
    return trip.option().units().stream()
        .map(
            unit ->
                new Field(
                    unit.code(),
                    unit.name(),
                    typed.counts().getOrDefault(unit.code(), 0),
                    trip.option().rules().mostUnits(),
                    price(search, trip, unit)))
        .toList();
  }

  private static Price price(TripSearch search, Trip trip, Unit unit) {
    Optional<Money> price = search.price(trip.offer(), trip.option(), unit.code(), trip.date());
    return price
        .map(
            money ->
                new Price(
                    Wording.money(money),
                    money.getAmountMinorLong(),
                    money.getCurrencyUnit().getCode()))
        .orElseGet(() -> new Price(null, 0, ""));
  }

  /**
   * A departure, as it is booked here.
   *
   * @param left the departure, and what is left of it
   * @param option the way in which it is sold
   */
  record Trip(TripSearch.Left left, Option option) {

    Offer offer() {
      return left.offer();
    }

    Occurrence run() {
      return left.occurrence();
    }

    LocalDate date() {
      return run().localStart().toLocalDate();
    }

    LegRange legs() {
      return When.legs(option, run());
    }

    String name() {
      return Products.name(offer(), option);
    }

    String path() {
      return "/trips/" + run().id();
    }

    /** What it costs to change one's mind. */
    String cancel() {
      long hours = option.rules().cancelUntil().toHours();
      return "Cancel free of charge until " + Wording.counted(hours, "hour") + " before the start.";
    }
  }
}
