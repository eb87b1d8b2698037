package io.travelsuite.examples.server.board;

import io.travelsuite.examples.server.board.DeparturePage.Rights;
import io.travelsuite.examples.server.office.Departures.Departure;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.SaleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a departure shows.
 *
 * @param id its id
 * @param head what it is
 * @param state of which the forms are: it tells an edit of an older state
 * @param sale whether it is sold
 * @param pools what there is of it
 * @param allotments rows of the form, with empty ones at the end
 * @param manifest who travels
 * @param rights what the one who looks may do
 */
record DepartureView(
    String id,
    Head head,
    String state,
    Sale sale,
    List<PoolView> pools,
    List<AllotmentForm.Row> allotments,
    Manifest manifest,
    Rights rights) {

  /** What was read. */
  record Read(Departure departure, Occurrence run, Instant now) {}

  /**
   * What it is.
   *
   * @param product what people read
   * @param date when it leaves, in its own time zone
   * @param iso the date, for the way back to the board
   */
  record Head(String product, String date, String time, String zone, String iso) {}

  /** Whether it is sold; cancelled ones have no button. */
  record Sale(DepartureRows.State state, boolean open, boolean over) {}

  /**
   * A pool.
   *
   * @param name its name
   * @param legs each with how full it is
   * @param physical what is there, as the form has it
   * @param sellable what may be sold, as the form has it
   * @param now both as they are
   */
  record PoolView(String name, List<Leg> legs, String physical, String sellable, Capacities now) {}

  /** Two numbers. */
  record Capacities(int physical, int sellable) {}

  /** A leg; its name is empty where there is only one. */
  record Leg(String name, Bar bar) {}

  /** What somebody typed and was not saved. */
  record Typed(String pool, String physical, String sellable, List<AllotmentForm.Row> allotments) {

    static final Typed NOTHING = new Typed("", "", "", List.of());

    static Typed capacity(String pool, String physical, String sellable) {
      return new Typed(pool, physical, sellable, List.of());
    }

    static Typed allotments(List<AllotmentForm.Row> rows) {
      return new Typed("", "", "", rows);
    }
  }

  static DepartureView of(Read read, Typed typed) {
    Availability now = read.departure().availability();
    DepartureRows.State state = DepartureRows.State.of(now, read.now());
    Head head =
        new Head(
            read.departure().offer().product().name(),
            Wording.day(now.localStart().toLocalDate()),
            Wording.time(now.localStart().toLocalTime()),
            read.run().zone().getId(),
            now.localStart().toLocalDate().toString());
    boolean over = now.state() == SaleState.CANCELLED;
    return new DepartureView(
        now.occurrence().toString(),
        head,
        read.departure().state(),
        new Sale(state, now.state() == SaleState.ON_SALE, over),
        read.run().pools().stream().map(pool -> pool(read, typed, pool)).toList(),
        typed.allotments().isEmpty()
            ? AllotmentForm.rows(read.run(), read.departure().allotments())
            : typed.allotments(),
        Manifest.NONE,
        Rights.NONE);
  }

  private static PoolView pool(Read read, Typed typed, String pool) {
    List<LegAvailability> legs =
        read.departure().availability().legs().stream()
            .filter(leg -> leg.pool().equals(pool))
            .toList();
    List<Leg> shown = new ArrayList<>();
    for (LegAvailability leg : legs) {
      shown.add(new Leg(name(read.run().stops(), leg.leg()), Bar.of(leg)));
    }
    Capacities now =
        new Capacities(legs.get(0).capacity().physical(), legs.get(0).capacity().sellable());
    boolean mine = typed.pool().equals(pool);
    return new PoolView(
        pool,
        shown,
        mine ? typed.physical() : String.valueOf(now.physical()),
        mine ? typed.sellable() : String.valueOf(now.sellable()),
        now);
  }

  private static String name(List<Stop> stops, int leg) {
    return stops.size() < 2 ? "" : stops.get(leg).code() + " to " + stops.get(leg + 1).code();
  }

  DepartureView with(Manifest travellers) {
    return new DepartureView(id, head, state, sale, pools, allotments, travellers, rights);
  }

  DepartureView with(Rights theirs) {
    return new DepartureView(id, head, state, sale, pools, allotments, manifest, theirs);
  }

  String title() {
    return head.product() + ", " + head.date() + ", " + head.time();
  }
}
