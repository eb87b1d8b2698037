package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.StorageException;
import io.travelsuite.booking.Bookings;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.schedule.Batch;
import io.travelsuite.schedule.BatchResult;
import io.travelsuite.schedule.DeniedUnit;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.RetimeResult;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleId;
import io.travelsuite.schedule.Schedules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Schedules in the database. */
final class JdbcSchedules implements Schedules {

  /** Each time somebody has changed the schedule in between, so that this is never met. */
  private static final int MOST_VERSIONS = 1_000;

  private final Generator.Parts parts;
  private final Transactions transactions;
  private final OccurrenceStart start;
  private final BookingBatches batches;

  JdbcSchedules(Transactions transactions, Offers offers, Settings settings, Bookings bookings) {
    this.transactions = transactions;
    parts = new Generator.Parts(transactions, new DatabaseClock(settings.clock()), offers);
    start = new OccurrenceStart(parts);
    batches = new BookingBatches(parts, bookings);
  }

  @Override
  public SavedSchedule save(Schedule schedule) {
    check(schedule);
    Product product = product(schedule.product());
    return Rounds.run(
        transactions,
        Transactions.Freshness.CLUSTER,
        (unit, known) -> Step.answer(save(unit, schedule, product)));
  }

  private SavedSchedule save(UnitOfWork unit, Schedule schedule, Product product) {
    Optional<SavedSchedule> existing =
        ScheduleTable.find(unit.handle(), schedule.product(), schedule.code(), "FOR UPDATE");
    SavedSchedule saved = next(existing, schedule);
    if (existing.isEmpty()) {
      ScheduleTable.insert(unit.handle(), saved);
    } else if (existing.get().version() != saved.version()) {
      ScheduleTable.update(unit.handle(), saved);
    } else {
      return existing.get();
    }
    ScheduleEvent.write(unit, saved, product.operator(), parts.clock().now(unit.handle()));
    return saved;
  }

  private static SavedSchedule next(Optional<SavedSchedule> existing, Schedule schedule) {
    if (existing.isEmpty()) {
      return new SavedSchedule(new ScheduleId(UuidCreator.getTimeOrderedEpoch()), 1, schedule);
    }
    SavedSchedule before = existing.get();
    boolean same = ScheduleJson.write(before.schedule()).equals(ScheduleJson.write(schedule));
    return new SavedSchedule(before.id(), before.version() + (same ? 0 : 1), schedule);
  }

  private static void check(Schedule schedule) {
    unless(!schedule.pools().isEmpty(), "pools", "none", "must name at least one");
    RecurrenceDates.check(schedule.recurrence());
    LocalDateTime any = schedule.recurrence().first().atTime(schedule.recurrence().times().first());
    TermsFit.check(schedule.run(any, ZoneOffset.UTC));
  }

  private Product product(ProductId id) {
    return transactions
        .read(Transactions.Freshness.CLUSTER, handle -> ProductTable.lock(handle, id))
        .orElseThrow(() -> new InvalidRequestException("product", id, "must exist"));
  }

  @Override
  public Optional<SavedSchedule> find(ScheduleId id) {
    return transactions.read(
        Transactions.Freshness.CLUSTER, handle -> ScheduleTable.find(handle, id, ""));
  }

  @Override
  public List<SavedSchedule> of(ProductId product) {
    return transactions.read(
        Transactions.Freshness.LOCAL, handle -> ScheduleTable.of(handle, product));
  }

  @Override
  public ScheduleChanges preview(Schedule schedule, LocalDate until) {
    check(schedule);
    Product product = product(schedule.product());
    SavedSchedule saved =
        transactions.read(
            Transactions.Freshness.LOCAL,
            handle ->
                next(
                    ScheduleTable.find(handle, schedule.product(), schedule.code(), ""), schedule));
    GeneratorReport report = new GeneratorReport(Horizon.MOST);
    new Generator(parts, new RunTemplate(saved, product), report).preview(until);
    return report.changes();
  }

  @Override
  public ScheduleChanges generate(ScheduleId id, Horizon horizon) {
    GeneratorReport report = new GeneratorReport(horizon.most());
    for (int i = 0; i < MOST_VERSIONS; i++) {
      SavedSchedule saved =
          latest(id).orElseThrow(() -> new InvalidRequestException("schedule", id, "must exist"));
      RunTemplate template = new RunTemplate(saved, product(saved.schedule().product()));
      try {
        new Generator(parts, template, report).run(horizon.until());
        return report.changes();
      } catch (Generator.OutdatedException e) {
        // By the new version then; what was done by the old one is brought in line too.
      }
    }
    throw new StorageException("the schedule kept changing; try again", true, null);
  }

  /** As it is now, past a host's snapshot. */
  private Optional<SavedSchedule> latest(ScheduleId id) {
    return transactions.read(
        Transactions.Freshness.CLUSTER,
        handle -> ScheduleTable.find(handle, id, "LOCK IN SHARE MODE"));
  }

  @Override
  public RetimeResult retime(OccurrenceId id, LocalDateTime newStart) {
    return start.retime(id, newStart);
  }

  @Override
  public BatchResult cancelBookings(OccurrenceId id, Batch batch) {
    return batches.cancel(id, batch);
  }

  @Override
  public BatchResult moveBookings(OccurrenceId from, OccurrenceId to, Batch batch) {
    unless(!from.equals(to), "to", to, "must be another occurrence");
    Map<OccurrenceId, Offer> found = parts.offers().findAgain(transactions, Set.of(from, to));
    return batches.move(
        from, new LineMove(occurrence(found, "from", from), occurrence(found, "to", to)), batch);
  }

  private static Occurrence occurrence(
      Map<OccurrenceId, Offer> found, String field, OccurrenceId id) {
    Offer offer = found.get(id);
    if (offer == null) {
      throw new InvalidRequestException(field, id, "must exist");
    }
    return offer.occurrence();
  }

  @Override
  public List<DeniedUnit> overbooked(OccurrenceId id) {
    return transactions.read(
        Transactions.Freshness.CLUSTER,
        handle -> DeniedBoarding.of(handle, id, parts.clock().now(handle)));
  }
}
