package io.travelsuite.examples.server;

import io.travelsuite.examples.server.catalogue.Offer.Timing;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.price.Charge;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * A product of the demo: what it is, how it is sold and what it costs.
 *
 * @param code the product's code
 * @param name what people read
 * @param timing how it is dated
 * @param stops where it stops, or none
 * @param pools what there is of it
 * @param options how it is sold; all have the same start times and fare units
 * @param prices what it costs
 */
record DemoProduct(
    String code,
    String name,
    Timing timing,
    List<Stop> stops,
    List<Pool> pools,
    List<Option> options,
    List<PriceRule> prices) {

  private static final FareUnit GUEST = FareUnit.of("adult").taking("guests", 1);
  private static final FareUnit YOUNG_GUEST =
      FareUnit.of("child").taking("guests", 1).aged(new Range(4, 12));

  private static final Map<String, String> TOWNS =
      Map.of("LIS", "Lisbon", "COI", "Coimbra", "OPO", "Porto");

  static List<DemoProduct> all() {
    return List.of(tour(), museum(), coach(), ferry(), hotel());
  }

  /** The terms of its occurrences: those of its first option. */
  SaleTerms terms() {
    Option first = options.get(0);
    SaleTerms terms = SaleTerms.OPEN.cutoff(first.rules().saleEnds()).atPrices();
    for (Unit unit : first.units()) {
      terms = terms.unit(unit.fare());
    }
    return terms;
  }

  private static DemoProduct tour() {
    return new DemoProduct(
        "walking-tour",
        "Alfama on foot",
        Timing.START_TIME,
        List.of(),
        List.of(Pool.of("guests", 20)),
        List.of(
            new Option(
                "DEFAULT",
                "Two hours with a guide",
                null,
                starting(Duration.ofHours(2), LocalTime.of(9, 30), LocalTime.of(14, 0)),
                rules(Duration.ofHours(1), 20),
                guests())),
        List.of(price("adult", 2_500), price("child", 1_200)));
  }

  private static DemoProduct museum() {
    return new DemoProduct(
        "tile-museum",
        "Museum of tiles",
        Timing.OPENING_HOURS,
        List.of(),
        List.of(Pool.of("guests", 400)),
        List.of(
            new Option(
                "DEFAULT",
                "A day's ticket",
                null,
                new Option.Hours(
                    List.of(LocalTime.of(17, 30)), LocalTime.of(10, 0), Duration.ofHours(8)),
                rules(Duration.ZERO, 50),
                guests())),
        List.of(price("adult", 1_000), price("child", 500)));
  }

  private static DemoProduct coach() {
    List<Unit> units =
        List.of(person("adult", "Adult", "seats"), person("child", "Child", "seats"));
    return new DemoProduct(
        "coast-coach",
        "Coach along the coast",
        Timing.START_TIME,
        List.of(Stop.of("LIS", 0), Stop.of("COI", 150), Stop.of("OPO", 240)),
        List.of(Pool.ofSeats("seats", seats(12))),
        List.of(
            ride("LIS-OPO", "LIS", "OPO", units),
            ride("LIS-COI", "LIS", "COI", units),
            ride("COI-OPO", "COI", "OPO", units)),
        List.of(
            price("adult", 2_200, "LIS", "OPO"),
            price("child", 1_100, "LIS", "OPO"),
            price("adult", 1_400, "LIS", "COI"),
            price("child", 700, "LIS", "COI"),
            price("adult", 1_000, "COI", "OPO"),
            price("child", 500, "COI", "OPO")));
  }

  private static Option ride(String code, String from, String to, List<Unit> units) {
    return new Option(
        code,
        TOWNS.get(from) + " to " + TOWNS.get(to),
        new StopPair(from, to),
        starting(
            Duration.ofMinutes(from.equals("COI") ? 90 : to.equals("COI") ? 150 : 240),
            LocalTime.of(8, 0)),
        new Option.Rules(Duration.ofMinutes(15), Duration.ofHours(24), 12, true),
        units);
  }

  /** Rows of four with an aisle in the middle, 1A to 12D; drawn 50 apart. */
  private static SeatMap seats(int rows) {
    return new SeatMap(
        IntStream.range(0, 4 * rows).mapToObj(place -> seat(place / 4, place % 4)).toList());
  }

  private static Seat seat(int row, int place) {
    int across = place < 2 ? place : place + 1;
    Seat seat =
        Seat.of((row + 1) + "ABCD".substring(place, place + 1), "Row " + (row + 1), across)
            .at(50 * across, 50 * row);
    return place == 0 || place == 3 ? seat.tag("window") : seat;
  }

  private static DemoProduct ferry() {
    FareUnit car = FareUnit.of("car").taking("lane-cm", 500).outsideParty().with("adult", 1);
    return new DemoProduct(
        "island-ferry",
        "Ferry to the islands",
        Timing.START_TIME,
        List.of(),
        List.of(Pool.of("deck", 150), Pool.of("lane-cm", 20_000)),
        List.of(
            new Option(
                "DEFAULT",
                "One way",
                null,
                starting(Duration.ofMinutes(90), LocalTime.of(7, 45), LocalTime.of(18, 15)),
                rules(Duration.ofMinutes(30), 30),
                List.of(
                    person("adult", "Foot passenger", "deck"),
                    person("child", "Child", "deck"),
                    new Unit(car, "Car up to 5 m", Unit.Kind.OTHER, 1)))),
        List.of(price("adult", 900), price("child", 450), price("car", 4_800)));
  }

  private static DemoProduct hotel() {
    FareUnit room = FareUnit.of("room").taking("rooms", 1);
    return new DemoProduct(
        "boutique-hotel",
        "Casa do Rio, a night",
        Timing.OPENING_HOURS,
        List.of(),
        List.of(Pool.of("rooms", 14)),
        List.of(
            new Option(
                "DOUBLE",
                "Double room with breakfast",
                null,
                new Option.Hours(
                    List.of(LocalTime.of(22, 0)), LocalTime.of(15, 0), Duration.ofHours(7)),
                new Option.Rules(Duration.ZERO, Duration.ofHours(48), 6, false),
                List.of(new Unit(room, "Double room", Unit.Kind.OTHER, 2)))),
        List.of(price("room", 13_500)));
  }

  private static Option.Hours starting(Duration length, LocalTime... starts) {
    return new Option.Hours(List.of(starts), LocalTime.MIDNIGHT, length);
  }

  private static Option.Rules rules(Duration saleEnds, int mostUnits) {
    return new Option.Rules(saleEnds, Duration.ofHours(24), mostUnits, false);
  }

  private static List<Unit> guests() {
    return List.of(
        new Unit(GUEST, "Adult", Unit.Kind.ADULT, 1),
        new Unit(YOUNG_GUEST, "Child of 4 to 12", Unit.Kind.CHILD, 1));
  }

  private static Unit person(String code, String name, String pool) {
    FareUnit fare = FareUnit.of(code).taking(pool, 1);
    return code.equals("child")
        ? new Unit(fare.aged(new Range(4, 12)), name, Unit.Kind.CHILD, 1)
        : new Unit(fare, name, Unit.Kind.ADULT, 1);
  }

  private static PriceRule price(String unit, long cents) {
    return new PriceRule(PriceScope.of(unit), taxed(cents));
  }

  private static PriceRule price(String unit, long cents, String from, String to) {
    return new PriceRule(PriceScope.of(unit).between(from, to), taxed(cents));
  }

  /** With 6 % of value added tax in it. */
  private static Price taxed(long cents) {
    Price price = Price.of("EUR", cents);
    long tax = cents - cents * 100 / 106;
    return price.charge(
        Charge.includedTax("VAT", Money.ofMinor(price.amount().getCurrencyUnit(), tax)));
  }
}
