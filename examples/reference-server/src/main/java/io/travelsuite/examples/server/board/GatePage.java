package io.travelsuite.examples.server.board;

import io.javalin.http.NotFoundResponse;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.office.Departures.Departure;
import io.travelsuite.examples.server.office.Gate;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.security.role.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where travellers are let in: a field that a scanner types into, and an answer that is read from
 * afar. A reload sends a ticket again, and is told that somebody is in with it already.
 */
final class GatePage {

  private static final String ONE = DeparturePage.PATH + "{id}/gate";
  private static final int MOST_PAGES = 20;

  /** Why a ticket is not good, by the library's reasons. */
  private static final Map<String, String> FAULTS =
      Map.of(
          "MALFORMED", "It is no ticket, or it was not read to its end. Scan it again.",
          "UNKNOWN_VERSION", "It is of a kind that is not known here.",
          "UNKNOWN_KEY", "It was not issued by us, or before our keys were changed.",
          "WRONG_SIGNATURE", "It was not issued by us.",
          "TOO_EARLY", "It is not good yet: a day before the departure it will be.",
          "EXPIRED", "It is not good any more.",
          "REPLACED", "A newer ticket was issued in its place.",
          "REVOKED", "Its place was cancelled.");

  private final Stock stock;
  private final Office office;

  GatePage(Stock stock, Office office) {
    this.stock = stock;
    this.office = office;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(ONE, Permissions.BOOKING_REDEEM, visit -> show(visit, 200, null)),
        Endpoint.post(ONE, Permissions.BOOKING_REDEEM, this::checkIn));
  }

  private record Shown(
      String id, String title, String when, Manifest.Boarded boarded, @Nullable Verdict verdict) {}

  /**
   * What came of a ticket.
   *
   * @param kind good, warn or bad
   * @param title in two words
   * @param text more of it
   */
  private record Verdict(String kind, String title, String text) {}

  private void show(Visit visit, int status, @Nullable Verdict verdict) {
    OccurrenceId id = new OccurrenceId(visit.id());
    if (!(office.departures().find(id) instanceof Answer.Done<Departure> found)) {
      throw new NotFoundResponse();
    }
    String product = found.value().offer().product().name();
    String when = Wording.dayAndTime(found.value().availability().localStart());
    Shown shown = new Shown(id.toString(), product, when, boarded(id), verdict);
    visit.show(status, new View("Check-in, " + product, BoardPage.PATH, "gate", shown), null);
  }

  private Manifest.Boarded boarded(OccurrenceId id) {
    int in = 0;
    int of = 0;
    ManifestPage page = office.gate().manifest(id, null).orElseThrow();
    for (int pages = 1; page != null; pages++) {
      for (Booking booking : page.bookings()) {
        Manifest.Boarded theirs = Manifest.boarded(id, booking);
        in += theirs.in();
        of += theirs.of();
      }
      boolean more = page.next() != null && pages < MOST_PAGES;
      page = more ? office.gate().manifest(id, page.next()).orElseThrow() : null;
    }
    return new Manifest.Boarded(in, of);
  }

  private void checkIn(Visit visit) {
    OccurrenceId id = new OccurrenceId(visit.id());
    Answer<Gate.CheckedIn> answer = office.gate().checkIn(id, visit.field("ticket"));
    if (answer instanceof Answer.Refused<Gate.CheckedIn> no) {
      show(visit, 409, refused(no));
    } else {
      show(visit, 200, letIn(answer.orElseThrow()));
    }
  }

  private Verdict letIn(Gate.CheckedIn in) {
    BookedLine line =
        in.booking().lines().stream()
            .filter(one -> one.number() == in.place().line())
            .findFirst()
            .orElseThrow();
    String who = Objects.requireNonNullElse(in.booking().customer().name(), "Traveller");
    String unit =
        stock
            .travel()
            .inventory()
            .find(line.occurrence())
            .flatMap(run -> stock.catalogue().offer(run.product()))
            .map(offer -> Manifest.unit(offer, line))
            .orElse("");
    String seat = line.seats().isEmpty() ? "" : ", seat " + line.seats().get(in.place().unit());
    Manifest.Boarded party = Manifest.boarded(line.occurrence(), in.booking());
    return new Verdict(
        "good",
        "Let in",
        "%s, %s%s. %d of %d of booking %s are in."
            .formatted(who, unit, seat, party.in(), party.of(), in.booking().reference()));
  }

  private static Verdict refused(Answer.Refused<Gate.CheckedIn> no) {
    return switch (no.why()) {
      case CHECKED_IN_BEFORE ->
          new Verdict("warn", "Already in", "Somebody came in with this ticket before.");
      case OTHER_DEPARTURE ->
          new Verdict("bad", "Not of this departure", "The ticket is good, but for another one.");
      case TICKET_REFUSED -> {
        String reason = no.detail().substring(no.detail().lastIndexOf(' ') + 1);
        yield new Verdict("bad", "Not a good ticket", FAULTS.getOrDefault(reason, ""));
      }
      default -> new Verdict("bad", "Not let in", "It was refused: " + no.detail() + ".");
    };
  }
}
