package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a request into lines of a booking, by the offers of their occurrences. */
final class LineResolver {

  private final Offers offers;
  private final Transactions transactions;

  LineResolver(Offers offers, Transactions transactions) {
    this.offers = offers;
    this.transactions = transactions;
  }

  ResolvedLines resolve(List<Line> lines, @Nullable String channel) {
    if (lines.isEmpty()) {
      return ResolvedLines.NONE;
    }
    Set<OccurrenceId> ids = occurrences(lines);
    ResolvedLines resolved = resolve(lines, channel, offers.find(transactions, ids));
    return resolved.refusal() == null ? resolved : resolveAgain(lines, channel, ids);
  }

  /** The same by the terms of these as they are now. */
  ResolvedLines resolveAgain(
      List<Line> lines, @Nullable String channel, Set<OccurrenceId> occurrences) {
    Map<OccurrenceId, Offer> now = offers.findAgain(transactions, occurrences);
    Set<OccurrenceId> others = occurrences(lines);
    others.removeAll(occurrences);
    now.putAll(offers.find(transactions, others));
    return resolve(lines, channel, now);
  }

  private static Set<OccurrenceId> occurrences(List<Line> lines) {
    Set<OccurrenceId> ids = new LinkedHashSet<>();
    lines.forEach(line -> ids.add(line.occurrence()));
    return ids;
  }

  private static ResolvedLines resolve(
      List<Line> lines, @Nullable String channel, Map<OccurrenceId, Offer> found) {
    List<BookedLine> resolved = new ArrayList<>();
    OperatorId operator = null;
    for (Line line : lines) {
      Offer offer = found.get(line.occurrence());
      if (offer == null) {
        return ResolvedLines.refused(
            operator, new NotOnSale(line.occurrence(), NotOnSale.Reason.UNKNOWN));
      }
      OperatorId seller = offer.occurrence().operator();
      unless(
          operator == null || operator.equals(seller),
          "lines",
          line.occurrence(),
          "must all be of one operator (" + operator + ")");
      operator = seller;
      OneLine one = new OneLine(line, offer, channel);
      NotOnSale notOffered = one.notOffered();
      if (notOffered != null) {
        return ResolvedLines.refused(operator, notOffered);
      }
      resolved.add(one.resolve(resolved.size()));
    }
    return new ResolvedLines(operator, new Sale(lines, resolved, found, channel, null), null);
  }

  /** The pool whose seats have this label; labels are unique within an occurrence. */
  String poolOf(SeatKey seat) {
    Offer offer = offers.find(transactions, seat.occurrence());
    if (offer != null) {
      for (var pool : offer.layout().seats().entrySet()) {
        if (pool.getValue().contains(seat.seat())) {
          return pool.getKey();
        }
      }
    }
    throw new IllegalStateException("seat " + seat + " is claimed and belongs to no pool");
  }
}
