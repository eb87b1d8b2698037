package io.travelsuite.examples.server.api;

import static io.travelsuite.security.input.FieldRule.reference;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.shop.PayDesk;
import io.travelsuite.examples.server.shop.TicketDesk;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permissions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What customers do with money and get for it, over HTTP: payments, tickets, calendar files. */
final class PayRoutes {

  private static final String BOOKING = ShopRoutes.PATH + "/bookings/{id}";
  private static final Pattern PICTURE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})\\.(svg|png)");

  /** Pixels a module: a code of some 400 pixels. */
  private static final int SCALE = 8;

  private final PayDesk payments;
  private final TicketDesk tickets;

  PayRoutes(PayDesk payments, TicketDesk tickets) {
    this.payments = payments;
    this.tickets = tickets;
  }

  List<Route> table() {
    return List.of(
        Route.keyed(BOOKING + "/payments", Permissions.PAYMENT_TAKE, this::pay)
            .body(InputRules.empty().optional("token", reference())),
        Route.reading(BOOKING + "/payments/{reference}", Permissions.PAYMENT_TAKE, this::look),
        Route.reading(BOOKING + "/tickets", Permissions.BOOKING_READ, this::list),
        Route.reading(
            BOOKING + "/tickets.pdf",
            Permissions.BOOKING_READ,
            call -> file(call, tickets.pdf(call.shopper(), ShopRoutes.id(call)))),
        Route.reading(
            BOOKING + "/calendar.ics",
            Permissions.BOOKING_READ,
            call -> file(call, tickets.calendar(call.shopper(), ShopRoutes.id(call)))),
        Route.reading(BOOKING + "/tickets/{picture}", Permissions.BOOKING_READ, this::picture));
  }

  record PaymentView(
      String reference,
      String status,
      @Nullable String redirect,
      Views.@Nullable BookingView booking) {}

  private HttpAnswer pay(Call call) {
    PayDesk.How how = new PayDesk.How(call.text("token"), call.key());
    return call.then(
        payments.pay(call.shopper(), ShopRoutes.id(call), how),
        result ->
            payment(201, result)
                .header("Location", call.context().path() + "/" + result.payment().reference()));
  }

  private HttpAnswer look(Call call) {
    String reference = call.path("reference");
    if (!PaymentReference.isOne(reference)) {
      return Problem.of(404, "not-found", "there is no such payment").answer();
    }
    return call.then(
        payments.look(call.shopper(), ShopRoutes.id(call), new PaymentReference(reference)),
        result -> payment(200, result));
  }

  private static HttpAnswer payment(int status, PayResult result) {
    String reference = result.payment().reference().value();
    PaymentView view;
    if (result instanceof PayResult.Paid paid) {
      view = new PaymentView(reference, "PAID", null, Views.booking(paid.booking()));
    } else if (result instanceof PayResult.AwaitingCustomer awaiting) {
      view = new PaymentView(reference, "AWAITING_CUSTOMER", awaiting.redirect().toString(), null);
    } else {
      view = new PaymentView(reference, "UNCLEAR", null, null);
    }
    return Bodies.json(status, view);
  }

  record TicketView(int line, int unit, String holder, String code, String svg, String png) {}

  private HttpAnswer list(Call call) {
    return call.answer(
        200,
        tickets.tickets(call.shopper(), ShopRoutes.id(call)),
        all ->
            new Views.Page(
                all.stream().map(ticket -> view(call.context().path(), ticket)).toList(), null));
  }

  private static TicketView view(String path, IssuedTicket issued) {
    int line = issued.ticket().serial().line();
    int unit = issued.ticket().serial().unit();
    String picture = path + "/" + line + "-" + unit;
    return new TicketView(
        line, unit, issued.holder(), issued.code(), picture + ".svg", picture + ".png");
  }

  private HttpAnswer picture(Call call) {
    Matcher name = PICTURE.matcher(call.path("picture"));
    if (!name.matches()) {
      return Problem.of(404, "not-found", "there is nothing here").answer();
    }
    Answer<IssuedTicket> ticket =
        tickets
            .tickets(call.shopper(), ShopRoutes.id(call))
            .then(
                all -> one(all, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))));
    return call.then(ticket, issued -> drawn(issued, name.group(3)));
  }

  private static Answer<IssuedTicket> one(List<IssuedTicket> all, int line, int unit) {
    return all.stream()
        .filter(one -> one.ticket().serial().line() == line)
        .filter(one -> one.ticket().serial().unit() == unit)
        .findFirst()
        .<Answer<IssuedTicket>>map(Answer.Done::new)
        .orElseGet(() -> Answer.refused(Why.NO_SUCH_BOOKING, "there is no such ticket"));
  }

  private static HttpAnswer drawn(IssuedTicket ticket, String form) {
    return form.equals("png")
        ? binary("image/png", ticket.picture().png(SCALE))
        : binary("image/svg+xml", ticket.picture().svg("Ticket").getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer file(Call call, Answer<Attachment> file) {
    return call.then(
        file,
        found ->
            binary(found.contentType(), found.bytes())
                .header(
                    "Content-Disposition", "attachment; filename=\"" + found.fileName() + "\""));
  }

  private static HttpAnswer binary(String type, byte[] bytes) {
    return new HttpAnswer(200, Map.of("Content-Type", List.of(type)), bytes);
  }
}
