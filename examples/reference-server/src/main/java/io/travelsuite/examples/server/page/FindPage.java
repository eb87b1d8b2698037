package io.travelsuite.examples.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.shop.TripPage;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.examples.server.shop.Wish;
import io.travelsuite.price.DateRange;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The first page: find a trip. */
final class FindPage {

  static final String PATH = "/";

  private static final int DAYS = 7;
  private static final int MOST_AHEAD = 700;
  private static final int MOST_ROWS = 100;
  private static final int MOST_PEOPLE = 50;

  private final Pages pages;
  private final Visitors visitors;
  private final TripSearch search;
  private final Products products;

  FindPage(Pages pages, Visitors visitors, TripSearch search) {
    this.pages = pages;
    this.visitors = visitors;
    this.search = search;
    products = new Products(pages.assets());
  }

  private record Choice(String value, String text, boolean selected) {}

  private record Form(
      List<Choice> choices, Dates dates, int adults, int children, @Nullable String problem) {}

  private record Dates(String earliest, String value) {}

  private record Card(
      String href, String name, String about, String picture, @Nullable String price) {}

  private record Day(String name, List<TripRow> rows) {}

  private record Found(String name, String party, String zone, List<Day> days, Around around) {}

  private record Around(@Nullable String earlier, String later) {}

  private record Model(Form form, @Nullable Found found, List<Card> cards) {}

  /** What is asked for. */
  private record Asked(Offer offer, Option option, LocalDate from, People people) {

    String href(LocalDate day) {
      return PATH
          + "?trip="
          + URLEncoder.encode(Products.value(offer, option), UTF_8)
          + "&from="
          + day
          + "&adults="
          + people.adults()
          + "&children="
          + people.children()
          + "#found";
    }
  }

  void show(Context context) {
    visitors.visit(context); // so that all windows opened from here are one visitor's
    Forms query = Forms.query(context);
    LocalDate today = today();
    People people = people(query);
    List<String> problems = new ArrayList<>();
    LocalDate from = from(query, today, problems);
    Asked asked = asked(query, from, people, problems);
    if (people.adults() + people.children() == 0) {
      problems.add("Somebody has to travel: say how many you are.");
    }
    Found found = asked == null || !problems.isEmpty() ? null : found(asked, today);
    Form form =
        new Form(
            choices(query.text("trip")),
            new Dates(today.toString(), typed(query, from)),
            people.adults(),
            people.children(),
            problems.isEmpty() ? null : String.join(" ", problems));
    Model model = new Model(form, found, found == null ? cards(today) : List.of());
    String title = found == null ? "Find a trip" : found.name();
    pages.show(
        context,
        problems.isEmpty() ? 200 : 422,
        new Page(Frame.shop(title).at(PATH), "page/find", model));
  }

  /** Where the first product is; a shop has its date from one place. */
  private LocalDate today() {
    return search.offers().stream()
        .findFirst()
        .map(offer -> LocalDate.ofInstant(search.now(), offer.product().zone()))
        .orElseGet(() -> LocalDate.ofInstant(search.now(), java.time.ZoneOffset.UTC));
  }

  private static People people(Forms query) {
    return new People(
        Math.min(MOST_PEOPLE, query.number("adults", query.has("adults") ? 0 : 2)),
        Math.min(MOST_PEOPLE, query.number("children", 0)));
  }

  private static LocalDate from(Forms query, LocalDate today, List<String> problems) {
    try {
      LocalDate day = query.has("from") ? LocalDate.parse(query.text("from")) : today.plusDays(1);
      if (!day.isBefore(today) && day.isBefore(today.plusDays(MOST_AHEAD))) {
        return day;
      }
      problems.add("Choose a day from today on.");
    } catch (DateTimeParseException e) {
      problems.add("Write the day as year-month-day, such as " + today.plusDays(1) + ".");
    }
    return today.plusDays(1);
  }

  /** The day as it was typed, as far as it is one. */
  private static String typed(Forms query, LocalDate from) {
    String typed = query.text("from");
    return typed.matches("\\d{4}-\\d\\d-\\d\\d") ? typed : from.toString();
  }

  private @Nullable Asked asked(Forms query, LocalDate from, People people, List<String> problems) {
    if (!query.has("trip")) {
      return null;
    }
    for (Offer offer : search.offers()) {
      for (Option option : offer.options()) {
        if (Products.value(offer, option).equals(query.text("trip"))) {
          return new Asked(offer, option, from, people);
        }
      }
    }
    problems.add("We do not have that trip: choose one of the list.");
    return null;
  }

  private List<Choice> choices(String selected) {
    List<Choice> choices = new ArrayList<>();
    for (Offer offer : search.offers()) {
      for (Option option : offer.options()) {
        String value = Products.value(offer, option);
        choices.add(new Choice(value, Products.name(offer, option), value.equals(selected)));
      }
    }
    return choices;
  }

  private Found found(Asked asked, LocalDate today) {
    SortedMap<String, Integer> party = asked.people().units(asked.option());
    Map<LocalDate, List<TripRow>> days = new LinkedHashMap<>();
    for (TripRow row : rows(search, wish(asked), party)) {
      days.computeIfAbsent(row.date(), day -> new ArrayList<>()).add(row);
    }
    LocalDate before = asked.from().minusDays(DAYS);
    LocalDate earlier = before.isBefore(today) ? today : before;
    return new Found(
        Products.name(asked.offer(), asked.option()),
        People.told(party, asked.option()),
        Wording.zone(asked.offer().product().zone()),
        days.entrySet().stream()
            .map(day -> new Day(Wording.day(day.getKey()), day.getValue()))
            .toList(),
        new Around(
            earlier.isBefore(asked.from()) ? asked.href(earlier) : null,
            asked.href(asked.from().plusDays(DAYS))));
  }

  private static Wish wish(Asked asked) {
    return new Wish(
        asked.offer().product().code(),
        asked.option().code(),
        new DateRange(asked.from(), asked.from().plusDays(DAYS - 1)),
        asked.people().units(asked.option()),
        null,
        MOST_ROWS);
  }

  /** The departures that a search finds. */
  static List<TripRow> rows(TripSearch search, Wish wish, SortedMap<String, Integer> party) {
    return search.find(wish) instanceof Answer.Done<TripPage> page
        ? page.value().trips().stream().map(trip -> TripRow.of(trip, party)).toList()
        : List.of();
  }

  private List<Card> cards(LocalDate today) {
    LocalDate day = today.plusDays(1);
    return search.offers().stream().map(offer -> card(offer, day)).toList();
  }

  private Card card(Offer offer, LocalDate day) {
    Option first = offer.options().get(0);
    return new Card(
        new Asked(offer, first, day, new People(2, 0)).href(day),
        offer.product().name(),
        products.about(offer),
        products.picture(offer),
        search
            .price(offer, first, first.units().get(0).code(), day)
            .map(Wording::money)
            .orElse(null));
  }
}
