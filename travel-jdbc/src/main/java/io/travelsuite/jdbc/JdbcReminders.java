package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.jdbc.Reminded.Occasion;
import io.travelsuite.jdbc.Reminded.RemindedBooking;
import io.travelsuite.jdbc.ReminderQuery.Hold;
import io.travelsuite.jdbc.ReminderRunTable.Place;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.reminder.ReminderReport;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reminders in the library's tables; needs travel-notify on the class path.
 *
 * <pre>{@code
 * Reminders reminders =
 *     JdbcReminders.of(
 *         travel,
 *         ReminderSettings.of(
 *             ReminderRule.beforeDeparture("day-before", Duration.ofHours(24)),
 *             ReminderRule.beforeExpiry("hold-ends", Duration.ofMinutes(5))));
 * }</pre>
 *
 * <p>Thread-safe; starts no thread.
 */
public final class JdbcReminders implements Reminders {

  private static final int MOST_LOOKED = 100_000;
  private static final UUID LOWEST = new UUID(0, 0);

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Offers offers;
  private final ReminderSettings settings;
  private volatile boolean known;

  private JdbcReminders(JdbcTravel travel, ReminderSettings settings) {
    transactions = travel.transactions();
    clock = travel.clock();
    offers = travel.offers();
    this.settings = settings;
  }

  /**
   * Reminders.
   *
   * @param travel the library, whose data source it uses
   * @param settings which, the same in all processes
   * @return the reminders, to be shared
   */
  public static JdbcReminders of(JdbcTravel travel, ReminderSettings settings) {
    return new JdbcReminders(travel, settings);
  }

  @Override
  public ReminderReport generate(int most) {
    unless(most >= 1 && most <= MOST_LOOKED, "most", most, "must be 1 to 100,000");
    if (!known) {
      transactions.write(
          Freshness.LOCAL,
          unit -> {
            ReminderRunTable.insertRules(unit.handle(), settings.rules());
            return true;
          });
      known = true;
    }
    ReminderReport all = new ReminderReport(0, 0, false);
    for (ReminderRule rule : settings.rules()) {
      ReminderReport one =
          rule.about() == ReminderRule.About.EXPIRY
              ? holds(rule, most - all.looked())
              : departures(rule, most - all.looked());
      all =
          new ReminderReport(
              all.generated() + one.generated(),
              all.looked() + one.looked(),
              all.more() || one.more());
    }
    return all;
  }

  private ReminderReport departures(ReminderRule rule, int most) {
    int generated = 0;
    int looked = 0;
    Place place = Place.from(now().minus(settings.longestRide()));
    while (place != null && looked < most && !Thread.currentThread().isInterrupted()) {
      Place from = place;
      int room = most - looked;
      DepartureReminders.Some some =
          transactions.write(
              Freshness.CLUSTER,
              unit ->
                  ReminderRunTable.lock(unit.handle(), rule)
                      ? new DepartureReminders(unit, offers, rule, clock.now(unit.handle()))
                          .some(from, room)
                      : new DepartureReminders.Some(0, 0, null)); // another is at it
      generated += some.generated();
      looked += some.looked();
      place = some.next();
    }
    return new ReminderReport(generated, looked, place != null);
  }

  private Instant now() {
    return transactions.read(Freshness.LOCAL, clock::now);
  }

  /** What a transaction did for holds; after is the last that was looked at, or null at the end. */
  private record Some(int generated, int looked, @Nullable UUID after) {}

  private ReminderReport holds(ReminderRule rule, int most) {
    int generated = 0;
    int looked = 0;
    UUID after = LOWEST;
    while (after != null && looked < most && !Thread.currentThread().isInterrupted()) {
      UUID from = after;
      int page = Math.min(Placeholders.MOST_KEYS, most - looked);
      Some some =
          transactions.write(
              Freshness.CLUSTER, unit -> holds(unit, rule, new ReminderQuery.Page(from, page)));
      generated += some.generated();
      looked += some.looked();
      after = some.after();
    }
    return new ReminderReport(generated, looked, after != null);
  }

  private Some holds(UnitOfWork unit, ReminderRule rule, ReminderQuery.Page page) {
    Handle handle = unit.handle();
    if (!ReminderRunTable.lock(handle, rule)) {
      return new Some(0, 0, null); // another is at it
    }
    Instant now = clock.now(handle);
    List<Hold> holds = ReminderQuery.holds(handle, now, now.plus(rule.lead().longest()), page);
    Map<UUID, Instant> expiries = new HashMap<>();
    holds.forEach(hold -> expiries.merge(hold.booking(), hold.expiresAt(), JdbcReminders::later));
    List<UUID> ids = holds.stream().map(Hold::booking).distinct().toList();
    ReminderWriter writer = new ReminderWriter(unit, rule, now);
    Map<ReminderTable.Key, Instant> before = ReminderTable.find(handle, rule, ids);
    List<Reminded> chosen =
        ReminderQuery.inState(handle, ids, "HELD").stream()
            .map(booking -> reminded(booking, expiries.getOrDefault(booking.id(), now)))
            .filter(one -> writer.remindsNow(one, before))
            .toList();
    int generated = chosen.isEmpty() ? 0 : writer.write(chosen, "HELD");
    boolean over = holds.size() < page.most();
    return new Some(generated, holds.size(), over ? null : ids.get(ids.size() - 1));
  }

  private static Reminded reminded(RemindedBooking booking, Instant expiresAt) {
    return new Reminded(booking, booking.id(), new Occasion(expiresAt, ZoneOffset.UTC));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    Duration kept = settings.retention().plus(settings.longestRide());
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant before = clock.now(unit.handle()).minus(kept);
          int runs = ReminderRunTable.purge(unit.handle(), before, most);
          return runs == most
              ? runs
              : runs + ReminderTable.purge(unit.handle(), before, most - runs);
        });
  }
}
