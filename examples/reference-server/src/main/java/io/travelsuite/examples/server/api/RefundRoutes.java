package io.travelsuite.examples.server.api;

import static io.travelsuite.security.input.FieldRule.bool;
import static io.travelsuite.security.input.FieldRule.integer;
import static io.travelsuite.security.input.FieldRule.money;
import static io.travelsuite.security.input.FieldRule.oneOf;
import static io.travelsuite.security.input.FieldRule.reference;
import static io.travelsuite.security.input.FieldRule.text;

import io.travelsuite.UuidText;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.office.Refunding;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permissions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** What operators do with money that goes back, over HTTP. */
final class RefundRoutes {

  private static final String PATH = OfficeRoutes.PATH + "/refunds";
  private static final int USUAL_PAGE = 50;

  private final Refunding refunding;
  private final Refunds refunds;

  RefundRoutes(Refunding refunding, Refunds refunds) {
    this.refunding = refunding;
    this.refunds = refunds;
  }

  List<Route> table() {
    return List.of(
        Route.keyed(PATH, Permissions.PAYMENT_REFUND, this::ask)
            .body(
                InputRules.empty()
                    .required("booking", reference())
                    .required("amount", money())
                    .required("reason", text(1, 200))),
        Route.reading(PATH, Permissions.PAYMENT_READ, this::list)
            .query(
                InputRules.empty()
                    .optional("state", oneOf("ASKED", "DUE", "DONE", "DECLINED", "REJECTED"))
                    .optional("cursor", reference())
                    .optional("limit", integer(1, 200))),
        Route.reading(PATH + "/{id}", Permissions.PAYMENT_READ, this::read),
        Route.keyed(PATH + "/{id}/decision", Permissions.PAYMENT_REFUND, this::decide)
            .body(InputRules.empty().required("approve", bool())));
  }

  private HttpAnswer ask(Call call) {
    String own = "refund " + call.caller().subject() + " " + call.key();
    UUID id = UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8));
    Refunding.Wanted wanted =
        new Refunding.Wanted(
            id,
            booking(call.needed("booking")),
            Money.parse(call.needed("amount")),
            call.needed("reason"));
    return call.then(
        refunding.ask(call.caller().actor(), wanted),
        refund -> Bodies.json(201, OfficeViews.refund(refund)).header("Location", PATH + "/" + id));
  }

  private static BookingId booking(String text) {
    return UuidText.parse(text)
        .map(BookingId::new)
        .orElseThrow(
            () -> Problem.of(Why.NO_SUCH_BOOKING, "there is no booking of that id").exception());
  }

  private HttpAnswer list(Call call) {
    String state = call.asked("state");
    String cursor = call.asked("cursor");
    int most = call.asked("limit", USUAL_PAGE);
    List<Refund> page =
        refunds.list(
            state == null ? null : Refund.State.valueOf(state),
            cursor == null ? null : booking(cursor).value(),
            most + 1);
    boolean more = page.size() > most;
    List<Refund> shown = more ? page.subList(0, most) : page;
    return Bodies.json(
        200,
        new Views.Page(
            shown.stream().map(OfficeViews::refund).toList(),
            more ? shown.get(most - 1).id().toString() : null));
  }

  private HttpAnswer read(Call call) {
    return refunds
        .find(call.id("id"))
        .map(refund -> Bodies.json(200, OfficeViews.refund(refund)))
        .orElseGet(
            () -> Problem.of(404, "no-such-refund", "there is no refund of that id").answer());
  }

  private HttpAnswer decide(Call call) {
    boolean approved = Boolean.TRUE.equals(call.body().get("approve"));
    return call.answer(
        200, refunding.decide(call.caller().actor(), call.id("id"), approved), OfficeViews::refund);
  }
}
