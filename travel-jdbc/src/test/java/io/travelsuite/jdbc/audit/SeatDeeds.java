package io.travelsuite.jdbc.audit;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.price.Discount;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.price.Prices;
import io.travelsuite.price.Promo;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Batch;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.Schedules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** What changes something of seats, prices and bookings, done once each. */
final class SeatDeeds {

  private final Fixture fixture;
  private final JdbcTravel travel;
  private final Deeds deeds;

  SeatDeeds(Fixture fixture, JdbcTravel travel, Deeds deeds) {
    this.fixture = fixture;
    this.travel = travel;
    this.deeds = deeds;
  }

  void add() {
    inventory();
    prices();
    bookings();
    schedules();
    Deeds.Port<Integrity> integrity = deeds.port(Integrity.class);
    integrity.reads("verify");
    integrity.does("repair", this::repair);
  }

  private OccurrenceId departure() {
    return fixture.open(100);
  }

  private Booking held() {
    return travel.bookings().hold(HoldRequest.of(departure(), 2)).orElseThrow();
  }

  private BookingId confirmed() {
    return travel.bookings().confirm(held().id(), "paid").orElseThrow().id();
  }

  private void inventory() {
    Inventory inventory = travel.inventory();
    Deeds.Port<Inventory> port = deeds.port(Inventory.class);
    port.reads("find", "terms", "availability", "seats");
    port.does("addOperator", () -> inventory.addOperator("other", "Other"));
    port.does(
        "addProduct",
        () ->
            inventory.addProduct(fixture.operator().id(), "boat", "Boat", ZoneId.of("Asia/Tokyo")));
    port.does("open", () -> inventory.open(fixture.request().pool(Fixture.POOL, 1)));
    port.does("close", () -> inventory.close(departure()));
    port.does(
        "reopen",
        () -> {
          OccurrenceId closed = departure();
          inventory.close(closed);
          deeds.mark();
          inventory.reopen(closed);
        });
    port.does("cancel", () -> inventory.cancel(departure()));
    port.does(
        "setTerms",
        () -> inventory.setTerms(departure(), SaleTerms.OPEN.cutoff(Duration.ofHours(1))));
    port.does("resize", () -> inventory.resize(departure(), Fixture.POOL, Capacity.of(90)));
    port.does("shrink", () -> inventory.shrink(departure(), Fixture.POOL, Capacity.of(80)));
  }

  private void prices() {
    Prices prices = travel.prices();
    PriceRule rule = new PriceRule(PriceScope.ANY, Price.of("EUR", 500));
    Deeds.Port<Prices> port = deeds.port(Prices.class);
    port.reads("list", "quote", "findPromo");
    port.does("put", () -> prices.put(fixture.product().id(), List.of(rule)));
    port.does("remove", () -> prices.remove(fixture.product().id(), List.of(PriceScope.ANY)));
    port.does(
        "putPromo",
        () ->
            prices.putPromo(
                Promo.of(fixture.operator().id(), "SUMMER", Discount.Percent.of(10), 5)));
  }

  private void bookings() {
    Bookings bookings = travel.bookings();
    Deeds.Port<Bookings> port = deeds.port(Bookings.class);
    port.reads("find", "findByReference", "findByKey", "keyed", "manifest");
    OccurrenceId departure = departure();
    port.does("hold", () -> bookings.hold(HoldRequest.of(departure, 1)));
    port.does("confirm", () -> after(held().id(), id -> bookings.confirm(id, "paid")));
    port.does(
        "extend", () -> after(held().id(), id -> bookings.extend(id, Duration.ofMinutes(40))));
    port.does(
        "change",
        () ->
            after(confirmed(), id -> bookings.change(id, Change.line(0, Line.of(departure(), 2)))));
    port.does("release", () -> after(held().id(), bookings::release));
    port.does("cancel", () -> after(confirmed(), bookings::cancel));
    port.does("redeem", () -> after(confirmed(), bookings::redeem));
    port.does("noShow", () -> after(confirmed(), bookings::noShow));
    port.does("sweepExpired", () -> after(held().id(), this::sweep));
  }

  private void sweep(BookingId id) {
    fixture
        .rows()
        .update(
            "UPDATE travel_hold SET expires_at = '2020-01-01' WHERE booking_id = ?", id.value());
    fixture
        .rows()
        .update("UPDATE travel_booking SET expires_at = '2020-01-01' WHERE id = ?", id.value());
    travel.bookings().sweepExpired(10);
  }

  private interface Step {
    void of(BookingId id);
  }

  /** What came before does not count. */
  private void after(BookingId id, Step step) {
    deeds.mark();
    step.of(id);
  }

  private void schedules() {
    Schedules schedules = travel.schedules();
    Deeds.Port<Schedules> port = deeds.port(Schedules.class);
    port.reads("find", "of", "preview", "overbooked");
    made(port, schedules);
    batches(port, schedules);
  }

  private void made(Deeds.Port<Schedules> port, Schedules schedules) {
    LocalDate first = LocalDate.parse("2028-01-01");
    Schedule daily =
        Schedule.of(
                fixture.product().id(),
                "daily",
                Recurrence.of("FREQ=DAILY;COUNT=2", first, LocalTime.of(9, 0)))
            .pool(new Pool(Fixture.POOL, Capacity.of(5), null));
    port.does("save", () -> schedules.save(daily));
    port.does("apply", () -> schedules.apply(daily, Horizon.until(first)));
    port.does(
        "generate",
        () -> {
          SavedSchedule saved = schedules.save(daily);
          deeds.mark();
          schedules.generate(saved.id(), Horizon.until(first.plusDays(1)));
        });
    port.does(
        "retime", () -> schedules.retime(departure(), LocalDateTime.parse("2029-05-01T09:00")));
  }

  private void batches(Deeds.Port<Schedules> port, Schedules schedules) {
    port.does(
        "cancelBookings",
        () -> {
          OccurrenceId sold = sold();
          deeds.mark();
          schedules.cancelBookings(sold, Batch.of(10));
        });
    port.does(
        "moveBookings",
        () -> {
          OccurrenceId sold = sold();
          OccurrenceId other = departure();
          deeds.mark();
          schedules.moveBookings(sold, other, Batch.of(10));
        });
  }

  private OccurrenceId sold() {
    OccurrenceId departure = departure();
    travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    return departure;
  }

  private void repair() {
    OccurrenceId drifted = departure();
    fixture
        .rows()
        .update("UPDATE travel_counter SET taken = 3 WHERE occurrence_id = ?", drifted.value());
    deeds.mark();
    travel.integrity().repair(travel.integrity().verify(drifted));
  }
}
