package io.travelsuite.security.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes inputs up: most fields good, some almost so. */
final class Inputs {

  private static final Map<String, List<Object>> VALUES =
      Map.of(
          "reference",
              List.of("7K3QF", "a", "-a", "", "ä", "a b", "x".repeat(64), "x".repeat(65), 7),
          "day", List.of("2027-02-28", "2027-02-30", "2027-13-01", "27-1-1", "2027-02-28\n", 5),
          "seats", List.of(1, 99, 0, 100, 2.0, 2.5, "2", true),
          "price",
              List.of("EUR 12.50", "EUR 12.505", "JPY 1", "XXZ 1", "eur 1", "EUR 01", "EUR -1"),
          "note", List.of("", "a\nb", "🛳".repeat(50), "🛳".repeat(51), "\0", "\u202e", "tab\t", 1),
          "sort", List.of("day", "price", "day ", "DAY", 1),
          "gift", List.of(true, false, "true", 0),
          "name", List.of("Ann", "", " ", "\n", "a\nb", "a".repeat(201), "4111111111111111"),
          "email",
              List.of("a@b.example", "a@b", "a@b.example\n", "@", "a@-b.example", "ä@b.example"),
          "phone", List.of("+493012345678", "+49", "+1234567", "0301234567", "+4930 12345678"));

  private Inputs() {}

  static Map<String, Object> random(Random random) {
    Map<String, Object> input = new LinkedHashMap<>();
    for (String field : List.of("reference", "day", "seats")) {
      put(input, field, random, 40);
    }
    for (String field : List.of("price", "note", "sort", "gift")) {
      put(input, field, random, 2);
    }
    if (random.nextInt(3) == 0) {
      List<Object> guests = new ArrayList<>();
      for (int count = random.nextInt(5); count > 0; count--) {
        guests.add(guest(random));
      }
      input.put("guests", guests);
    }
    if (random.nextInt(30) == 0) {
      input.put("extra", 1);
    }
    return input;
  }

  private static Object guest(Random random) {
    Map<String, Object> guest = new LinkedHashMap<>();
    put(guest, "name", random, 40);
    put(guest, "email", random, 3);
    put(guest, "phone", random, 3);
    return random.nextInt(30) == 0 ? "guest" : guest;
  }

  /** Left out once in so many times; the first value, a good one, mostly. */
  private static void put(Map<String, Object> to, String field, Random random, int leftOut) {
    List<Object> values = VALUES.get(field);
    if (random.nextInt(leftOut) != 0) {
      int at = random.nextInt(10) < 8 ? 0 : random.nextInt(values.size());
      to.put(field, values.get(at));
    }
  }
}
