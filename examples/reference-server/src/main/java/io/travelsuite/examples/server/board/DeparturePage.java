package io.travelsuite.examples.server.board;

import io.javalin.http.NotFoundResponse;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.UuidText;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.board.DepartureView.Typed;
import io.travelsuite.examples.server.board.Visit.Notice;
import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.office.Departures;
import io.travelsuite.examples.server.office.Departures.Departure;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.Allotment;
import io.travelsuite.security.role.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A departure: how full it is, who travels, and what of it is sold. Each form has the state that
 * was read: an edit of an older one changes nothing, and shows what was typed beside what is.
 */
final class DeparturePage {

  static final String PATH = "/office/departures/";

  private static final String ONE = PATH + "{id}";

  private static final Map<String, Notice> DONE =
      Map.of(
          "capacity", Notice.good("The capacity was changed."),
          "sale", Notice.good("The sale was changed."),
          "allotments", Notice.good("What is kept was changed."));

  private final Stock stock;
  private final Departures departures;
  private final Office office;

  DeparturePage(Stock stock, Office office) {
    this.stock = stock;
    this.departures = office.departures();
    this.office = office;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(ONE, Permissions.BOOKING_MANIFEST, this::show),
        Endpoint.post(ONE + "/capacity", Permissions.INVENTORY_CAPACITY, this::resize),
        Endpoint.post(ONE + "/sale", Permissions.INVENTORY_SALE, this::sell),
        Endpoint.post(ONE + "/allotments", Permissions.INVENTORY_SALE, this::keep));
  }

  private void show(Visit visit) {
    show(visit, 200, Typed.NOTHING, DONE.get(visit.asked("done")));
  }

  private void show(Visit visit, int status, Typed typed, @Nullable Notice notice) {
    OccurrenceId id = new OccurrenceId(visit.id());
    if (!(departures.find(id) instanceof Answer.Done<Departure> found)) {
      throw new NotFoundResponse();
    }
    Occurrence run = stock.travel().inventory().find(id).orElseThrow();
    BookingId after = UuidText.parse(visit.asked("after")).map(BookingId::new).orElse(null);
    ManifestPage manifest = office.gate().manifest(id, after).orElseThrow();
    DepartureView view =
        DepartureView.of(new DepartureView.Read(found.value(), run, stock.clock().instant()), typed)
            .with(Manifest.of(found.value().offer(), id, manifest))
            .with(Rights.of(visit));
    visit.show(status, new View(view.title(), BoardPage.PATH, "departure", view), notice);
  }

  /** What somebody may do on the page. */
  record Rights(boolean capacity, boolean sale, boolean gate) {

    static final Rights NONE = new Rights(false, false, false);

    static Rights of(Visit visit) {
      return new Rights(
          visit.may(Permissions.INVENTORY_CAPACITY),
          visit.may(Permissions.INVENTORY_SALE),
          visit.may(Permissions.BOOKING_REDEEM));
    }
  }

  private static Departures.Edit edit(Visit visit) {
    return new Departures.Edit(new OccurrenceId(visit.id()), visit.field("state"));
  }

  private void resize(Visit visit) {
    Typed typed =
        Typed.capacity(visit.field("pool"), visit.field("physical"), visit.field("sellable"));
    Optional<Integer> physical = visit.number("physical");
    Optional<Integer> sellable = visit.number("sellable");
    if (physical.isEmpty() || sellable.isEmpty()) {
      show(visit, 422, typed, Notice.bad("Type whole numbers.", "Nothing was changed."));
      return;
    }
    Capacity capacity = new Capacity(physical.get(), sellable.get());
    answer(visit, "capacity", departures.resize(edit(visit), visit.field("pool"), capacity), typed);
  }

  private void sell(Visit visit) {
    boolean open = visit.field("open").equals("true");
    answer(visit, "sale", departures.sell(edit(visit), open), Typed.NOTHING);
  }

  private void keep(Visit visit) {
    OccurrenceId id = new OccurrenceId(visit.id());
    Occurrence run = stock.travel().inventory().find(id).orElseThrow(NotFoundResponse::new);
    AllotmentForm form = AllotmentForm.read(visit, run);
    Typed typed = Typed.allotments(form.rows());
    List<Allotment> allotments = form.allotments().orElse(null);
    if (allotments == null) {
      show(visit, 422, typed, Notice.bad("Nothing was changed.", form.problem()));
      return;
    }
    try {
      answer(visit, "allotments", departures.keep(edit(visit), allotments), typed);
    } catch (InvalidRequestException e) {
      String what = "A channel can be kept places of a pool that there is, each in one row.";
      show(visit, 422, typed, Notice.bad("Nothing was changed.", what));
    }
  }

  private void answer(Visit visit, String what, Answer<Departure> answer, Typed typed) {
    if (!(answer instanceof Answer.Refused<Departure> no)) {
      visit.goTo(PATH + visit.id() + "?done=" + what);
      return;
    }
    if (no.why() == Why.NO_SUCH_DEPARTURE) {
      throw new NotFoundResponse();
    }
    show(visit, 409, typed, refusal(no));
  }

  private static Notice refusal(Answer.Refused<Departure> no) {
    return switch (no.why()) {
      case CHANGED_MEANWHILE ->
          new Notice(
              "warn",
              "Somebody changed this departure while you had it open.",
              "Nothing of yours was saved, and nothing is lost: what you typed is still in the"
                  + " form, beside what is now. Look at both, then send it again.");
      case BELOW_TAKEN ->
          Notice.bad("That is less than is taken.", "No fewer can be sold: " + no.detail() + ".");
      case WRONG_STATE -> Notice.bad("That is over.", "The departure is cancelled.");
      default -> Notice.bad("Nothing was changed.", no.detail());
    };
  }
}
