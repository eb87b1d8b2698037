package io.travelsuite.examples.server;

import io.travelsuite.Travel;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.server.catalogue.Brochure;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.Stop;
import io.travelsuite.price.PriceRule;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleTerms;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Something to sell, made through the library as a host would: products, their schedules from today
 * on, prices, and one departure that is sold out. Safe to repeat, on another day too.
 */
final class DemoData {

  /** Its clocks change in March and October. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

  /** A season: each day more makes the first start longer. */
  private static final int DAYS = 100;

  private final Travel travel;
  private final LocalDate today;
  private final Operator operator;

  private DemoData(Travel travel, Instant now) {
    this.travel = travel;
    today = now.atZone(ZONE).toLocalDate();
    operator = operator(travel);
  }

  /** The company, which is made when it is not there. */
  static Operator operator(Travel travel) {
    return travel.inventory().addOperator("saudade", "Saudade Tours");
  }

  /** Fills a database, and tells what is in it. */
  static Catalogue fill(Travel travel, Instant now) {
    DemoData data = new DemoData(travel, now);
    List<Offer> offers = new ArrayList<>();
    for (DemoProduct product : DemoProduct.all()) {
      offers.add(data.add(product));
    }
    data.sellOut(offers.get(0));
    return new Catalogue(data.operator, offers, brochure());
  }

  /** Nothing to sell yet: the company's own products would be here. */
  static Catalogue nothing(Travel travel, Instant now) {
    return new Catalogue(new DemoData(travel, now).operator, List.of(), Brochure.none());
  }

  private static Brochure brochure() {
    InputStream in = DemoData.class.getResourceAsStream("demo-brochure.json");
    return Brochure.read(Objects.requireNonNull(in));
  }

  private Offer add(DemoProduct demo) {
    Product product = travel.inventory().addProduct(operator.id(), demo.code(), demo.name(), ZONE);
    List<PriceRule> prices = demo.prices();
    travel.prices().put(product.id(), prices).orElseThrow();
    Schedule schedule =
        Schedule.of(product.id(), "daily", recurrence(demo)).terms(ScheduleTerms.of(demo.terms()));
    if (!demo.stops().isEmpty()) {
      schedule = schedule.stops(demo.stops().toArray(new Stop[0]));
    }
    for (Pool pool : demo.pools()) {
      schedule = schedule.pool(pool);
    }
    travel.schedules().apply(schedule, Horizon.until(today.plusDays(DAYS)));
    return new Offer(product, demo.timing(), demo.options());
  }

  private Recurrence recurrence(DemoProduct demo) {
    Option first = demo.options().get(0);
    return Recurrence.of(
        "FREQ=DAILY", today.plusDays(1), first.hours().starts().toArray(new LocalTime[0]));
  }

  /** Sells all of the tour's first departure in three days. */
  private void sellOut(Offer tour) {
    LocalDate day = today.plusDays(3);
    Availability first = travel.inventory().availability(tour.product().id(), day, day).get(0);
    int left = first.available("guests");
    if (left > 0) {
      HoldRequest request =
          HoldRequest.of(Line.of(first.occurrence(), "adult", left))
              .key("demo-sold-out-" + first.occurrence());
      travel
          .bookings()
          .confirm(travel.bookings().hold(request).orElseThrow().id(), "demo")
          .orElseThrow();
    }
  }
}
