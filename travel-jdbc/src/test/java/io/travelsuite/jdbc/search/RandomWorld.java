package io.travelsuite.jdbc.search;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/** Departures of one operator with terms, bookings and expired holds that follow from a seed. */
final class RandomWorld {

  static final Instant START = Instant.parse("2027-03-10T12:00:00Z");
  static final LocalDate FIRST = LocalDate.parse("2027-03-11");
  static final int DAYS = 3;
  static final List<String> STOPS = List.of("A", "B", "C", "D");
  static final List<String> UNITS = List.of("adult", "child", "car");
  static final List<String> CLASSES = List.of("Y", "B", "Q");
  static final List<String> CHANNELS = List.of("agency", "agency", "web");

  final TestClock clock = new TestClock(START);
  final Random random;
  final OperatorId operator;
  final List<ProductId> products = new ArrayList<>();
  private final JdbcTravel travel;
  private final List<Occurrence> occurrences = new ArrayList<>();

  RandomWorld(DataSource dataSource, long seed) {
    random = new Random(seed);
    travel = JdbcTravel.builder(dataSource).clock(clock).withoutCombining().build();
    operator = travel.inventory().addOperator("random" + seed, "x").id();
    for (String zone : List.of("Europe/Lisbon", "America/St_Johns")) {
      products.add(travel.inventory().addProduct(operator, zone, zone, ZoneId.of(zone)).id());
    }
    for (int i = 0; i < 14; i++) {
      open(i);
    }
    for (int i = 0; i < 40; i++) {
      sell();
    }
    clock.advance(Duration.ofMinutes(10));
    for (int i = 0; i < 10; i++) {
      sell();
    }
    alter();
  }

  JdbcTravel travel() {
    return travel;
  }

  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void open(int number) {
    OccurrenceRequest request =
        OccurrenceRequest.of(
                of(products), FIRST.atStartOfDay().plusMinutes(random.nextInt(DAYS * 1_440)))
            .label("n" + number)
            .stops(stops())
            .pool("seats", 4 + random.nextInt(8))
            .pool("cars", 1 + random.nextInt(3))
            .terms(terms());
    occurrences.add(travel.inventory().open(request).orElseThrow());
  }

  private Stop[] stops() {
    Stop[] stops = new Stop[chance(20) ? 0 : 3 + random.nextInt(4)];
    for (int i = 0; i < stops.length; i++) {
      Stop stop = Stop.of(chance(70) ? STOPS.get(i % STOPS.size()) : of(STOPS), i * 200L);
      stop = chance(20) ? stop.zone(ZoneId.of("Asia/Tokyo")) : stop;
      stops[i] = chance(8) ? stop.boardingOnly() : chance(8) ? stop.alightingOnly() : stop;
    }
    return stops;
  }

  private SaleTerms terms() {
    SaleTerms terms =
        SaleTerms.OPEN
            .unit(FareUnit.of("adult").taking("seats", 1))
            .unit(FareUnit.of("child").taking("seats", 1).with("adult", 2))
            .unit(FareUnit.of("car").taking("cars", 1).taking("seats", 1).outsideParty());
    if (chance(40)) {
      for (String code : CLASSES) {
        terms = terms.fareClass(new FareClass("seats", code, random.nextInt(3)));
      }
    }
    if (chance(60)) {
      Instant release = START.plus(Duration.ofMinutes(random.nextInt(60) - 10L));
      terms = terms.allotment(new Allotment("seats", "agency", 1 + random.nextInt(5), release));
    }
    terms = chance(20) ? terms.party(new Range(1, 1 + random.nextInt(4))) : terms;
    terms = chance(20) ? terms.opensAt(START.plusSeconds(random.nextInt(7_200) - 3_600L)) : terms;
    return chance(30) ? terms.cutoff(Duration.ofHours(random.nextInt(60))) : terms;
  }

  private void sell() {
    Occurrence occurrence = of(occurrences);
    int from = random.nextInt(occurrence.legs());
    int to = from + 1 + random.nextInt(occurrence.legs() - from);
    Line line =
        Line.of(occurrence.id(), of(UNITS), 1 + random.nextInt(3)).over(new LegRange(from, to));
    line = chance(50) ? line.fareClass(of(CLASSES)) : line;
    HoldRequest request = HoldRequest.of(line).lifetime(Duration.ofMinutes(chance(50) ? 5 : 60));
    travel.bookings().hold(chance(50) ? request.channel(of(CHANNELS)) : request);
  }

  private void alter() {
    travel.inventory().close(of(occurrences).id());
    travel.inventory().cancel(of(occurrences).id());
    travel.inventory().shrink(of(occurrences).id(), "seats", Capacity.of(2));
    travel.inventory().setTerms(of(occurrences).id(), terms());
  }
}
