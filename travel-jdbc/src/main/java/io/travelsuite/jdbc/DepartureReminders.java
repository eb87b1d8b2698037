package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Reminded.Occasion;
import io.travelsuite.jdbc.Reminded.RemindedBooking;
import io.travelsuite.jdbc.ReminderQuery.Part;
import io.travelsuite.jdbc.ReminderRunTable.Bounds;
import io.travelsuite.jdbc.ReminderRunTable.Place;
import io.travelsuite.jdbc.ReminderRunTable.Run;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.ReminderRule.About;
import io.travelsuite.notify.reminder.ReminderRule.Late;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reminds of departures: some runs in each transaction, the next to start first. */
final class DepartureReminders {

  private static final int MOST_RUNS = 50;
  private static final int MOST_BOOKINGS = Placeholders.MOST_KEYS;

  /** How often those who book late are looked for, where they are reminded at once. */
  private static final Duration LATE_LOOK = Duration.ofMinutes(5);

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final UnitOfWork unit;
  private final Offers offers;
  private final ReminderRule rule;
  private final Instant now;
  private final ReminderWriter writer;

  DepartureReminders(UnitOfWork unit, Offers offers, ReminderRule rule, Instant now) {
    this.unit = unit;
    this.offers = offers;
    this.rule = rule;
    this.now = now;
    writer = new ReminderWriter(unit, rule, now);
  }

  /**
   * What a transaction did.
   *
   * @param next where to go on, or null if nothing is left
   */
  record Some(int generated, int looked, @Nullable Place next) {}

  Some some(Place from, int most) {
    Instant latest = now.plus(rule.lead().longest());
    int limit = Math.min(MOST_RUNS, most);
    List<Run> runs =
        ReminderRunTable.due(unit.handle(), rule, from, new Bounds(latest, now, limit));
    Map<OccurrenceId, Offer> known = offers(runs.stream().map(Run::id).toList());
    int generated = 0;
    int looked = 0;
    int room = MOST_BOOKINGS;
    for (Run run : runs) {
      Place place = run.id().value().equals(from.run()) ? from : Place.at(run);
      List<UUID> bookings = ReminderQuery.bookings(unit.handle(), run.id(), place.booking(), room);
      generated += remind(run, bookings);
      room -= bookings.size();
      if (room <= 0) { // there may be more of this run
        return new Some(generated, looked, place.past(bookings.get(bookings.size() - 1)));
      }
      Offer offer = known.get(run.id());
      ReminderRunTable.looked(
          unit.handle(), rule, run, offer == null ? NEVER : again(offer.occurrence()));
      looked++;
    }
    boolean over = runs.size() < limit;
    return new Some(generated, looked, over ? null : Place.after(runs.get(runs.size() - 1)));
  }

  /** When there is next something to do for a run: when it is due for who boards at a stop. */
  private Instant again(Occurrence run) {
    Instant again = NEVER;
    for (int leg = 0; leg < Math.max(1, run.stops().size() - 1); leg++) {
      Occasion boarding = boarding(run, leg);
      Instant due = rule.lead().due(boarding.moment(), boarding.zone());
      boolean late = rule.late() == Late.AT_ONCE && now.isBefore(boarding.moment());
      Instant look = due.isAfter(now) ? due : late ? now.plus(LATE_LOOK) : NEVER;
      again = look.isBefore(again) ? look : again;
    }
    return again;
  }

  private int remind(Run run, List<UUID> bookings) {
    List<RemindedBooking> confirmed = ReminderQuery.inState(unit.handle(), bookings, "CONFIRMED");
    if (confirmed.isEmpty()) {
      return 0;
    }
    List<UUID> ids = confirmed.stream().map(RemindedBooking::id).toList();
    Map<UUID, Set<Part>> parts = ReminderQuery.parts(unit.handle(), ids);
    Set<OccurrenceId> runs = new HashSet<>();
    parts.values().forEach(some -> some.forEach(part -> runs.add(part.run())));
    Map<OccurrenceId, Offer> known = offers(runs);
    Map<ReminderTable.Key, Instant> before = ReminderTable.find(unit.handle(), rule, ids);
    List<Reminded> chosen = new ArrayList<>();
    for (RemindedBooking booking : confirmed) {
      Occasion departure = departure(parts.getOrDefault(booking.id(), Set.of()), run, known);
      if (departure != null) {
        Reminded one = new Reminded(booking, run.id().value(), departure);
        if (writer.remindsNow(one, before)) {
          chosen.add(one);
        }
      }
    }
    return chosen.isEmpty() ? 0 : writer.write(chosen, "CONFIRMED");
  }

  /** A departure of a booking. */
  private record Boarding(OccurrenceId run, Occasion occasion) {}

  /** Where a booking's people board a run; null if they do not, or have departed before. */
  private @Nullable Occasion departure(Set<Part> parts, Run run, Map<OccurrenceId, Offer> known) {
    Comparator<Boarding> byTime =
        Comparator.comparing((Boarding one) -> one.occasion().moment())
            .thenComparing(one -> one.run().value(), BinaryId::compare);
    return parts.stream()
        .filter(part -> known.containsKey(part.run()))
        .filter(part -> rule.about() == About.FIRST_DEPARTURE || part.run().equals(run.id()))
        .map(part -> boarding(part, known))
        .min(byTime)
        .filter(first -> first.run().equals(run.id()))
        .map(Boarding::occasion)
        .orElse(null);
  }

  private static Boarding boarding(Part part, Map<OccurrenceId, Offer> known) {
    Offer offer = known.get(part.run());
    return new Boarding(
        part.run(), boarding(java.util.Objects.requireNonNull(offer).occurrence(), part.fromLeg()));
  }

  private static Occasion boarding(Occurrence run, int leg) {
    if (run.stops().isEmpty()) {
      return new Occasion(run.startsAt(), run.zone());
    }
    Stop stop = run.stops().get(leg);
    ZoneId zone = stop.zone() == null ? run.zone() : stop.zone();
    return new Occasion(run.startsAt().plus(stop.departure()), zone);
  }

  /** As they are now, and without those that will not run. */
  private Map<OccurrenceId, Offer> offers(Collection<OccurrenceId> runs) {
    Map<OccurrenceId, Offer> found = new HashMap<>();
    List<OccurrenceId> all = List.copyOf(runs);
    for (int from = 0; from < all.size(); from += Placeholders.MOST_KEYS) {
      List<OccurrenceId> part =
          all.subList(from, Math.min(all.size(), from + Placeholders.MOST_KEYS));
      List<OccurrenceRow> rows =
          OccurrenceTable.read(unit.handle(), part, "").stream()
              .filter(row -> row.state() != io.travelsuite.sale.SaleState.CANCELLED)
              .toList();
      offers
          .offers(unit.handle(), rows)
          .forEach(offer -> found.put(offer.occurrence().id(), offer));
    }
    return found;
  }
}
