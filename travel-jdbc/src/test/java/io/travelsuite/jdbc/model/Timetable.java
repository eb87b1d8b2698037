package io.travelsuite.jdbc.model;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Draws up occurrences of every kind, small enough to sell out. */
final class Timetable {

  static final LocalDate FIRST = LocalDate.of(2026, 3, 26);
  static final LocalDate LAST = FIRST.plusDays(9);

  /** The night when Paris skips the hour after 02:00. */
  private static final LocalDate SHORT_NIGHT = LocalDate.of(2026, 3, 29);

  private static final List<LocalTime> TIMES =
      List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(3, 30), LocalTime.of(23, 59));

  private final Dice dice;

  Timetable(Dice dice) {
    this.dice = dice;
  }

  OccurrenceRequest draw(ProductId product) {
    OccurrenceRequest request = OccurrenceRequest.of(product, start()).label(label());
    return switch (dice.between(0, 3)) {
      case 0 -> request.pool("rooms", dice.between(3, 8));
      case 1 -> coach(request);
      case 2 -> ferry(request);
      default -> sleeper(request);
    };
  }

  private LocalDateTime start() {
    LocalDate date = dice.chance(30) ? SHORT_NIGHT : FIRST.plusDays(dice.between(0, 9));
    return date.atTime(dice.of(TIMES));
  }

  /** Labels that a careless collation takes for one. */
  private String label() {
    return dice.of(List.of("", "", "a", "A", "a "));
  }

  /** Labelled seats, more than may be sold or fewer; two labels that differ in their case only. */
  private OccurrenceRequest coach(OccurrenceRequest request) {
    int sellable = dice.between(3, 6);
    List<String> seats = List.of("1a", "1A", "2 B", "3");
    return request
        .stops(Stop.of("A", 0), Stop.of("b", 30), Stop.of("B", 30), Stop.of("D", 95))
        .pool(Pool.ofSeats("seats", seats).capacity(new Capacity(4, sellable)));
  }

  /** There and back again: P is visited twice. */
  private OccurrenceRequest ferry(OccurrenceRequest request) {
    return request
        .stops(Stop.of("P", 0), Stop.of("Q", 60), Stop.of("R", 90), Stop.of("P", 120))
        .pool(new Pool("people", new Capacity(5, dice.between(5, 7)), null))
        .pool("lane-mm", dice.between(10_000, 20_000));
  }

  /** Two pools with labels and one without. */
  private OccurrenceRequest sleeper(OccurrenceRequest request) {
    return request
        .pool(Pool.ofSeats("Berths", List.of("1", "2", "3", "4")))
        .pool(Pool.ofSeats("berths", List.of("5", "6", "7")))
        .pool("bikes", 2);
  }

  /** The same run, asked for in another way. */
  OccurrenceRequest varied(OccurrenceRequest request) {
    Pool first = request.pools().get(0);
    return switch (dice.between(0, 7)) {
      case 0 -> request.pool("another", 3);
      case 1 -> request.stops(Stop.of("A", 0), Stop.of("Z", 9));
      case 2 -> with(request, List.of());
      case 3 -> with(request, List.of(Pool.of(first.name(), 9)));
      default -> request;
    };
  }

  private static OccurrenceRequest with(OccurrenceRequest request, List<Pool> pools) {
    return new OccurrenceRequest(
        request.product(),
        request.start(),
        request.label(),
        request.stops(),
        pools,
        request.terms());
  }
}
