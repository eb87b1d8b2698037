package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.SaleState;
import io.travelsuite.schedule.RetimeResult;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Gives occurrences another start, with or without bookings. */
final class OccurrenceStart {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Offers offers;

  OccurrenceStart(Generator.Parts parts) {
    transactions = parts.transactions();
    clock = parts.clock();
    offers = parts.offers();
  }

  /** An occurrence with another start. */
  static Occurrence move(Occurrence occurrence, LocalDateTime start) {
    return new Occurrence(
        occurrence.id(),
        occurrence.operator(),
        occurrence.product(),
        occurrence.label(),
        start,
        occurrence.zone(),
        start.atZone(occurrence.zone()).toInstant(),
        occurrence.stops(),
        occurrence.pools());
  }

  RetimeResult retime(OccurrenceId id, LocalDateTime start) {
    unless(
        start.equals(start.truncatedTo(ChronoUnit.SECONDS)),
        "start",
        start,
        "must be in whole seconds");
    Offer offer = offers.findAgain(transactions, Set.of(id)).get(id);
    return offer == null
        ? new RetimeResult.NoSuchOccurrence(id)
        : Rounds.run(
            transactions,
            Transactions.Freshness.CLUSTER,
            (unit, known) -> Step.answer(retime(unit, known, offer, start)));
  }

  private RetimeResult retime(
      UnitOfWork unit, Rounds.Known known, Offer offer, LocalDateTime start) {
    Handle handle = unit.handle();
    OccurrenceRow row = OccurrenceEdit.lock(handle, offer);
    OccurrenceId id = offer.occurrence().id();
    if (row == null) {
      return new RetimeResult.NoSuchOccurrence(id);
    }
    Occurrence before = move(offer.occurrence(), row.occurrence().localStart());
    if (row.state() == SaleState.CANCELLED) {
      return new RetimeResult.AlreadyCancelled(id);
    }
    if (before.localStart().equals(start)) {
      return new RetimeResult.Retimed(before);
    }
    // Looked up only after the unique key refused: the usual case is a start that nobody has.
    if (known.past()
        && OccurrenceTable.lockByRun(handle, before.product(), start, before.label()).isPresent()) {
      return new RetimeResult.StartTaken(start);
    }
    Occurrence after = move(before, start);
    int revision = row.revision() + 1;
    OccurrenceTable.retime(handle, after, revision);
    LayoutStopTable.save(handle, after, offer.layoutId());
    CounterTable.revise(
        handle, OccurrenceCounters.of(offer).keys(offer.layout().pools()), revision);
    new OccurrenceEvent(EventType.OCCURRENCE_RETIMED, facts(before, after))
        .write(unit, after, clock.now(handle));
    return new RetimeResult.Retimed(after);
  }

  private static Map<String, Object> facts(Occurrence before, Occurrence after) {
    return Map.of(
        "fromLocal",
        before.localStart().toString(),
        "from",
        before.startsAt().toString(),
        "toLocal",
        after.localStart().toString(),
        "to",
        after.startsAt().toString());
  }
}
