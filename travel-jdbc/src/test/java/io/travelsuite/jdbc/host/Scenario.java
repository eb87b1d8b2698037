package io.travelsuite.jdbc.host;

import io.travelsuite.Travel;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A day of the library's life, told line by line without ids: any two sessions must tell the same.
 *
 * <p>It happens in the hour that Los Angeles skips, and starts in the one that New York skips.
 */
final class Scenario {

  private static final Instant IN_THE_GAP = Instant.parse("2027-03-14T02:30:00.654321Z");
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);
  private static final Customer CUSTOMER =
      new Customer(
          "Zoë \uD83D\uDE8C O'Brien \\ \"%_\u0131I", "z@example.org", "+1 5550100", Locale.FRANCE);

  private final TestClock clock = new TestClock(IN_THE_GAP);
  private final List<String> told = new ArrayList<>();
  private final Travel travel;
  private final Inventory inventory;
  private final Bookings bookings;

  private Scenario(JdbcTravel.Builder builder, Function<JdbcTravel, Travel> way) {
    travel = way.apply(builder.clock(clock).build());
    inventory = travel.inventory();
    bookings = travel.bookings();
  }

  /** Plays it; {@code run} tells apart the operators of several plays in one schema. */
  static List<String> play(DataSource dataSource, int run) {
    return play(JdbcTravel.builder(dataSource), run);
  }

  /** Plays it with settings of the library; the clock is replaced. */
  static List<String> play(JdbcTravel.Builder builder, int run) {
    return new Scenario(builder, travel -> travel).play(run);
  }

  /** Plays it inside a host's transaction. */
  static List<String> playJoined(DataSource dataSource, Connection host, int run) {
    return playJoined(JdbcTravel.builder(dataSource), host, run);
  }

  /** The same with settings of the library. */
  static List<String> playJoined(JdbcTravel.Builder builder, Connection host, int run) {
    return new Scenario(builder, travel -> travel.joining(host)).play(run);
  }

  private List<String> play(int run) {
    Operator operator = inventory.addOperator("acme" + run, "Acmé \uD83D\uDEA2 Tours");
    Operator other = inventory.addOperator("ACME" + run, "Another");
    tell("codes are case-sensitive", !operator.id().equals(other.id()));
    tell("operator", inventory.addOperator("acme" + run, "Acmé").equals(named(operator, "Acmé")));
    Product product =
        inventory.addProduct(operator.id(), "coach", "Coach \\", ZoneId.of("America/New_York"));
    Occurrence coach = openCoach(product);
    tell("opened", coach.localStart(), coach.startsAt(), coach.zone(), coach.label());
    tell("stops", coach.stops(), coach.pools(), coach.equals(openCoach(product)));
    holdUnderKeys(coach, operator);
    transitions(coach, operator);
    expiry(coach);
    tell("availability", availability(inventory.availability(coach.id()).orElseThrow()));
    LocalDate day = coach.localStart().toLocalDate();
    inventory.availability(product.id(), day, day).forEach(one -> tell("day", availability(one)));
    tell("day after", inventory.availability(product.id(), day.plusDays(1), day.plusDays(2)));
    tell("drift", travel.integrity().verify(coach.id()));
    return told;
  }

  private static Operator named(Operator operator, String name) {
    return new Operator(operator.id(), operator.code(), name);
  }

  private Occurrence openCoach(Product product) {
    OccurrenceRequest request =
        OccurrenceRequest.of(product.id(), LocalDateTime.parse("2027-03-14T02:30"))
            .label("it's \\ \"1\"")
            .stops(Stop.of("A", 0), Stop.of("B", 90), Stop.of("C", 180))
            .pool(Pool.ofSeats("seats", List.of("1a", "1A", "2 \\'\"")))
            .pool(new Pool("metres", new Capacity(20, 22), null));
    return inventory.open(request).orElseThrow();
  }

  private void holdUnderKeys(Occurrence coach, Operator operator) {
    for (String key : List.of("Key", "key", "key ", "k\\'\"y")) {
      HoldRequest request =
          HoldRequest.of(Line.of(coach.id(), 1).taking("metres", 2)).key(key).customer(CUSTOMER);
      BookingResult first = bookings.hold(request);
      tell("hold", key, first);
      tell("again", ((Held) bookings.hold(request)).repeated(), find(first).equals(first));
      tell("found", bookings.findByKey(operator.id(), key).map(b -> b.customer().name()));
    }
    HoldRequest conflicting = HoldRequest.of(Line.of(coach.id(), 2).taking("metres", 2)).key("key");
    tell("conflict", bookings.hold(conflicting) instanceof KeyConflict);
  }

  private Held find(BookingResult held) {
    BookingId id = held.orElseThrow().id();
    return new Held(bookings.find(id).orElseThrow(), false);
  }

  private void transitions(Occurrence coach, Operator operator) {
    Line seats = Line.of(coach.id(), 2).taking("seats", 1).seats("1a", "2 \\'\"").between("A", "B");
    Booking held = bookings.hold(HoldRequest.of(seats).customer(CUSTOMER)).orElseThrow();
    String reference = held.reference().toLowerCase(Locale.ROOT);
    tell("by reference", bookings.findByReference(operator.id(), reference).equals(found(held)));
    tell("taken seat", bookings.hold(HoldRequest.of(seats)).getClass());
    tell("extended", bookings.extend(held.id(), Duration.ofMinutes(20)));
    tell("confirmed", bookings.confirm(held.id(), "it's \\ \"paid\""));
    Line other = Line.of(coach.id(), 2).taking("seats", 1).seats("1A", "1a").between("B", "C");
    tell("changed", bookings.change(held.id(), Change.line(0, other)));
    tell("reduced", bookings.cancel(held.id(), UnitSelection.of(1, 0)));
    tell("redeemed", bookings.redeem(held.id(), UnitSelection.of(1, 1)));
    tell("manifest", bookings.manifest(ManifestRequest.of(coach.id())).bookings().size());
    Booking cancelled = bookings.hold(HoldRequest.of(seats)).orElseThrow();
    bookings.confirm(cancelled.id(), "p").orElseThrow();
    tell("cancelled", bookings.cancel(cancelled.id()));
    tell("resize", inventory.resize(coach.id(), "metres", Capacity.of(1)));
    tell("shrink", inventory.shrink(coach.id(), "metres", Capacity.of(5)));
    tell("sale", inventory.close(coach.id()), inventory.reopen(coach.id()));
  }

  private static Object found(Booking booking) {
    return Optional.of(booking);
  }

  /** To the microsecond, over the moment at which the clocks of Los Angeles change. */
  private void expiry(Occurrence coach) {
    Line line = Line.of(coach.id(), 1).taking("seats", 1).seats("2 \\'\"");
    HoldRequest request = HoldRequest.of(line).lifetime(Duration.ofMinutes(100));
    Booking held = bookings.hold(request).orElseThrow();
    clock.advance(Duration.ofMinutes(100).minus(MICROSECOND));
    tell("just before", bookings.find(held.id()).orElseThrow().state());
    tell("refused", bookings.hold(request).getClass());
    clock.advance(MICROSECOND);
    tell("at expiry", bookings.find(held.id()).orElseThrow().state());
    tell("held", bookings.hold(request));
    bookings.sweepExpired(10_000);
  }

  private static List<String> availability(Availability availability) {
    List<String> lines = new ArrayList<>();
    lines.add(availability.localStart() + " " + availability.startsAt() + availability.state());
    availability.legs().forEach(leg -> lines.add(leg.toString()));
    return lines;
  }

  private void tell(Object... facts) {
    StringBuilder line = new StringBuilder();
    for (Object fact : facts) {
      line.append(fact instanceof Success success ? booking(success) : fact).append(' ');
    }
    told.add(line.toString());
  }

  private static String booking(Success success) {
    Booking b = success.booking();
    List<String> lines =
        b.lines().stream()
            .map(l -> l.number() + " " + l.legs() + l.takes() + l.units() + l.seats())
            .toList();
    Customer customer = b.customer();
    return List.of(
            success.getClass().getSimpleName(),
            b.state(),
            b.version(),
            Objects.toString(b.key()),
            Objects.toString(b.paymentReference()),
            customer.name() + customer.email() + customer.phone() + customer.locale(),
            lines,
            b.createdAt() + " " + b.expiresAt() + " " + b.extendableUntil())
        .toString();
  }
}
