package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One act whose COMMIT is cut, and what it came to. */
final class CutTrial {

  private static final int PATIENCE_SECONDS = 60;

  private final Fixture fixture;
  private final CommitProxy proxy;
  private final Seller seller;

  CutTrial(Fixture fixture, CommitProxy proxy, Seller seller) {
    this.fixture = fixture;
    this.proxy = proxy;
    this.seller = seller;
  }

  /** Where what the customer was told and what is stored differ, and other faults. */
  List<String> anomalies(Act act, Cut cut) throws Exception {
    OccurrenceId occurrence = fixture.open(40);
    Bookings direct = fixture.travel().bookings();
    BookingId prepared = act.prepare(direct, occurrence);
    long before = transitions();
    Booking told = whileCut(cut, act, occurrence, prepared);
    long made = transitions() - before;
    List<String> anomalies = new ArrayList<>(Invariants.violations(fixture));
    if (told == null) {
      if (made > 0) {
        anomalies.add("told that it failed, and it is stored");
      }
      return anomalies;
    }
    Optional<Booking> stored = direct.find(told.id());
    if (stored.isEmpty()) {
      anomalies.add("told of a booking that is not there");
    } else if (!stored.get().equals(told)) {
      anomalies.add("told " + told + ", and stored is " + stored.get());
    }
    if (made != 1) {
      anomalies.add(made + " transitions instead of one");
    }
    return anomalies;
  }

  private Booking whileCut(Cut cut, Act act, OccurrenceId occurrence, BookingId prepared)
      throws Exception {
    if (cut == Cut.BEFORE_A_LATE_COMMIT) {
      fixture.lockWaits().awaitNone();
    }
    ArmedCut armed = proxy.cutNext(cut);
    CompletableFuture<Booking> told =
        CompletableFuture.supplyAsync(
            () -> seller.sell(bookings -> act.perform(bookings, occurrence, prepared)));
    try {
      armed.awaitMade();
      if (cut == Cut.BEFORE_A_LATE_COMMIT) {
        fixture.lockWaits().await(1); // whoever asks meets the locks of what is not committed yet
      }
    } finally {
      armed.letGo();
    }
    return told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private long transitions() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_event WHERE type LIKE 'booking.%'");
  }
}
