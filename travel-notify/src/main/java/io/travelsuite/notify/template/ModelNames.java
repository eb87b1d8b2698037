package io.travelsuite.notify.template;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that templates may use, and the words that code asks for itself. */
final class ModelNames {

  /** Of every template. */
  static final Set<String> TOP =
      Set.of(
          "lang",
          "dir",
          "near",
          "far",
          "subject",
          "reference",
          "customer",
          "operator",
          "operatorEmail",
          "operatorPhone",
          "operatorAddress",
          "total",
          "refund",
          "deadline",
          "deadlineShort",
          "trip",
          "startShort",
          "firstFrom",
          "manageUrl",
          "payUrl",
          "lines",
          "withdrawn",
          "tickets");

  private static final Set<String> TRIP =
      Set.of(
          "title",
          "from",
          "fromAddress",
          "to",
          "toAddress",
          "start",
          "startDate",
          "startTime",
          "startZone",
          "end",
          "endDate",
          "endTime",
          "endZone",
          "clocksDiffer",
          "fareClass");

  private static final Set<String> LINE = tripAnd("units", "seats", "price");

  private static final Set<String> TICKET =
      tripAnd("unit", "seat", "holder", "picture", "alt", "count", "last");

  /** Of what is inside a list, beside what is outside it. */
  static final Map<String, Set<String>> LISTS =
      Map.of("lines", LINE, "withdrawn", LINE, "tickets", TICKET);

  /** Words that each kind of message has. */
  static final Set<String> KIND_WORDS = Set.of("subject", "sms");

  /** Words that code fills in, and the names that they have beside the others. */
  static final Map<String, Set<String>> FILLED =
      Map.of(
          "dateTime", Set.of("date", "time", "zone"),
          "dateTimeShort", Set.of("date", "time"),
          "ticketOf", Set.of("n", "count"),
          "ticketAlt", Set.of("n", "count"),
          "unitNamed", Set.of("n", "code"));

  /** Words that count: {@code unit.one}, {@code unit.adult.other}; each has the name n. */
  static final String COUNTED = "unit.";

  private ModelNames() {}

  private static Set<String> tripAnd(String... names) {
    return Stream.concat(TRIP.stream(), Stream.of(names)).collect(Collectors.toUnmodifiableSet());
  }

  static Set<String> extra(String word) {
    return word.startsWith(COUNTED) ? Set.of("n") : FILLED.getOrDefault(word, Set.of());
  }
}
