package io.travelsuite.jdbc.model;

import io.travelsuite.Travel;
import io.travelsuite.booking.BookingId;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.integrity.RepairReport;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Product;
import io.travelsuite.price.Prices;
import io.travelsuite.schedule.Schedules;
import io.travelsuite.search.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The whole library as lists of what was made, in the order in which it was made. */
final class ModelTravel implements Travel {

  final List<Operator> operators = new ArrayList<>();
  final List<Product> products = new ArrayList<>();
  final List<ModelOccurrence> occurrences = new ArrayList<>();
  final List<ModelBooking> bookings = new ArrayList<>();
  final Adopted adopted = new Adopted();
  final Duration longestHold;

  final ModelSweeping sweeping = new ModelSweeping(this);
  private final Clock clock;
  private final Flaw flaw;
  private final ModelInventory inventory = new ModelInventory(this);
  private final ModelBookings answers = new ModelBookings(this);

  ModelTravel(Clock clock, Duration longestHold, Flaw flaw) {
    this.clock = clock;
    this.longestHold = longestHold;
    this.flaw = flaw;
  }

  @Override
  public ModelInventory inventory() {
    return inventory;
  }

  @Override
  public Prices prices() {
    throw new UnsupportedOperationException("what is sold does not depend on it");
  }

  @Override
  public Search search() {
    throw new UnsupportedOperationException("compared with holds in a test of its own");
  }

  @Override
  public ModelBookings bookings() {
    return answers;
  }

  /** The model opens occurrences one by one. */
  @Override
  public Schedules schedules() {
    throw new UnsupportedOperationException("no schedules in the model");
  }

  @Override
  public Idempotency idempotency() {
    throw new UnsupportedOperationException("no operation of the model claims a key");
  }

  /** There is nothing that could drift. */
  @Override
  public Integrity integrity() {
    return new NoDrift();
  }

  Instant now() {
    return clock.instant();
  }

  boolean has(Flaw asked) {
    return flaw == asked;
  }

  Optional<ModelOccurrence> occurrence(OccurrenceId id) {
    return occurrences.stream().filter(occurrence -> occurrence.id().equals(id)).findFirst();
  }

  Optional<ModelBooking> booking(BookingId id) {
    return bookings.stream().filter(booking -> booking.id.equals(id)).findFirst();
  }

  private record NoDrift() implements Integrity {

    @Override
    public List<Drift> verify() {
      return List.of();
    }

    @Override
    public List<Drift> verify(OccurrenceId occurrence) {
      return List.of();
    }

    @Override
    public RepairReport repair(Collection<? extends Drift> drift) {
      return new RepairReport(List.of(), List.of(), List.copyOf(drift));
    }
  }
}
