package io.travelsuite.examples.server.backup;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.joda.money.Money;

/** Sells seats that are paid at a provider, whose books outlive the database. */
final class DrillShop {

  private static final Money PRICE = Money.parse("EUR 60.00");

  private final JdbcTravel travel;
  private final PaymentDesk desk;
  private final Operator operator;
  private final OccurrenceId departure;
  private int sold;

  DrillShop(JdbcTravel travel, SandboxBooks books) {
    this.travel = travel;
    desk = desk(travel, books);
    operator = travel.inventory().addOperator("drill", "Drill Tours");
    Product product =
        travel.inventory().addProduct(operator.id(), "coach", "Coach", ZoneId.of("Europe/Lisbon"));
    OccurrenceRequest request =
        OccurrenceRequest.of(product.id(), LocalDateTime.parse("2099-05-01T09:00"))
            .pool("seats", 10_000_000);
    departure = travel.inventory().open(request).orElseThrow().id();
  }

  static PaymentDesk desk(JdbcTravel travel, SandboxBooks books) {
    return PaymentDesk.builder(
            travel.bookings(), JdbcPayments.of(travel), new SandboxProvider(books))
        .build();
  }

  /** Sells so many seats, each booked, confirmed and paid. */
  void sell(int bookings) {
    for (int i = 0; i < bookings; i++) {
      Customer customer = Customer.of("Drill Guest " + sold, email(sold));
      Booking held =
          travel.bookings().hold(HoldRequest.of(departure, 1).customer(customer)).orElseThrow();
      desk.start(
              new Payment(
                  new Account(operator.id(), "sandbox", Mode.TEST),
                  "drill-" + sold++,
                  held.id(),
                  PRICE,
                  new PaymentMethod.Token("tok_drill", URI.create("https://drill.example/back")),
                  "A seat",
                  null))
          .orElseThrow();
    }
  }

  /** Everybody who was sold something, by their address. */
  static String email(int guest) {
    return "guest" + guest + "@drill.example";
  }

  OperatorId operator() {
    return operator.id();
  }

  int sold() {
    return sold;
  }
}
