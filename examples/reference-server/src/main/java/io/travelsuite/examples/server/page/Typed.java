package io.travelsuite.examples.server.page;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.examples.server.shop.Order;
import io.travelsuite.security.input.FieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody typed into the form of a departure; it is shown again until it is right.
 *
 * @param counts how many of each fare unit
 * @param seats the labels of the seats that they ticked
 * @param who who they are
 */
record Typed(SortedMap<String, Integer> counts, List<String> seats, Who who) {

  private static final String COUNT = "u.";
  private static final int MOST_OF_A_UNIT = 400;

  /** The languages in which messages are written. */
  static final List<Language> LANGUAGES =
      List.of(
          new Language("en", "English"),
          new Language("de", "Deutsch"),
          new Language("he", "עברית"));

  /**
   * A language.
   *
   * @param code its tag
   * @param name as those call it who speak it
   */
  record Language(String code, String name) {}

  /**
   * Who books.
   *
   * @param name their name
   * @param email where tickets go
   * @param phone or empty
   * @param language the tag of one of {@link #LANGUAGES}
   */
  record Who(String name, String email, String phone, String language) {

    static final Who NOBODY = new Who("", "", "", "en");

    /** Nothing personal. */
    @Override
    public String toString() {
      return "Who[hidden]";
    }
  }

  /**
   * Something that is wrong with it.
   *
   * @param field the id of the field
   * @param text what to do about it
   */
  record Trouble(String field, String text) {}

  static Typed of(Forms form, Option option) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Unit unit : option.units()) {
      int count = Math.min(MOST_OF_A_UNIT, form.number(COUNT + unit.code(), 0));
      if (count > 0) {
        counts.put(unit.code(), count);
      }
    }
    String language = form.has("language") ? form.text("language") : "en";
    Who who = new Who(form.text("name"), form.text("email"), form.text("phone"), language);
    return new Typed(counts, option.rules().seated() ? form.texts("seat") : List.of(), who);
  }

  /** What a booking was, for those who begin it again. */
  static Typed of(Booking booking) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    List<String> seats = new ArrayList<>();
    for (BookedLine line : booking.lines()) {
      counts.merge(String.valueOf(line.fareUnit()), line.units().size(), Integer::sum);
      seats.addAll(line.seats());
    }
    Customer customer = booking.customer();
    return new Typed(
        counts,
        seats,
        new Who(
            customer.name() == null ? "" : customer.name(),
            customer.email() == null ? "" : customer.email(),
            customer.phone() == null ? "" : customer.phone(),
            customer.locale() == null ? "en" : customer.locale().getLanguage()));
  }

  Typed orOne(Option option) {
    return counts.isEmpty()
        ? new Typed(new TreeMap<>(java.util.Map.of(option.units().get(0).code(), 1)), seats, who)
        : this;
  }

  int places() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All that is wrong with it, at once. */
  List<Trouble> troubles(Forms form, Option option) {
    List<Trouble> troubles = new ArrayList<>();
    String first = "unit-" + option.units().get(0).code();
    for (Unit unit : option.units()) {
      if (form.isNoNumber(COUNT + unit.code())) {
        troubles.add(
            new Trouble("unit-" + unit.code(), "Write how many as a number: " + unit.name()));
      }
    }
    if (troubles.isEmpty() && places() == 0) {
      troubles.add(new Trouble(first, "Say for how many you book"));
    }
    int most = option.rules().mostUnits();
    if (places() > most) {
      troubles.add(new Trouble(first, "Book " + most + " at most at a time, or write to us"));
    }
    if (!seats.isEmpty() && seats.size() != places()) {
      String chose = Wording.counted(seats.size(), "seat") + " chosen, " + places() + " needed";
      troubles.add(new Trouble("seats", chose + ": tick as many, or none and we pick them"));
    }
    addOfWho(troubles);
    return troubles;
  }

  private void addOfWho(List<Trouble> troubles) {
    if (!fits(FieldRule.name(), who.name())) {
      troubles.add(new Trouble("name", "Write your name, on one line"));
    }
    if (!fits(FieldRule.email(), who.email())) {
      troubles.add(new Trouble("email", "Write an e-mail address, such as ana@example.com"));
    }
    if (!who.phone().isEmpty() && !fits(FieldRule.phone(), phone())) {
      String how =
          "Write the phone number with its country, such as +351 912 345 678, or leave it out";
      troubles.add(new Trouble("phone", how));
    }
    if (LANGUAGES.stream().noneMatch(one -> one.code().equals(who.language()))) {
      troubles.add(new Trouble("language", "Choose one of the languages"));
    }
  }

  private static boolean fits(FieldRule rule, String text) {
    return rule.check("", text).isEmpty();
  }

  private String phone() {
    return who.phone().replaceAll("[\\s()./-]", "");
  }

  /** Who books, once nothing is wrong. */
  Customer customer() {
    return new Customer(
        who.name(),
        who.email(),
        who.phone().isEmpty() ? null : phone(),
        Locale.forLanguageTag(who.language()));
  }

  /** The places with their seats: the first seats are the first unit's. */
  List<Order.Places> places(Option option) {
    List<Order.Places> places = new ArrayList<>();
    int next = 0;
    for (Unit unit : option.units()) {
      int count = counts.getOrDefault(unit.code(), 0);
      if (count > 0) {
        List<String> own = seats.isEmpty() ? List.of() : seats.subList(next, next + count);
        places.add(new Order.Places(unit.code(), count, own));
        next += count;
      }
    }
    return places;
  }
}
