package io.travelsuite.jdbc.payments;

import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.Step;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Takes money for seats in a JVM of its own, which ends itself at a boundary between two steps. */
final class DeadlyProgram {

  /** What the process ends with when it was killed; 0 when it came to the end of its scene. */
  static final int KILLED = 9;

  private DeadlyProgram() {}

  /**
   * Arguments: the database's URL, the file of the bank's books, the time, a {@link Scene}, at
   * which boundary to die (from 0), a {@link Bank}; and of the payment the operator, the booking,
   * the key, and whether it is hosted.
   */
  public static void main(String[] arguments) {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inFile(Path.of(arguments[1])));
    PaymentProvider bank = Bank.valueOf(arguments[5]).over(sandbox);
    JdbcTravel travel =
        JdbcTravel.builder(Pools.open(arguments[0], 2, Duration.ofSeconds(10)))
            .clock(new TestClock(Instant.parse(arguments[2])))
            .build();
    Consumer<Step> steps = diesAt(Integer.parseInt(arguments[4]));
    PaymentDesk desk =
        PaymentDesk.builder(travel.bookings(), JdbcPayments.of(travel), bank).steps(steps).build();
    Scene.valueOf(arguments[3]).play(desk, payment(arguments), new Scene.Alone(bank, steps));
    Runtime.getRuntime().halt(0);
  }

  private static Payment payment(String[] arguments) {
    OperatorId operator = OperatorId.of(arguments[6]);
    BookingId booking = BookingId.of(arguments[7]);
    return new Payment(
        new Account(operator, "sandbox", Mode.TEST),
        arguments[8],
        booking,
        Till.PRICE,
        Boolean.parseBoolean(arguments[9]) ? Till.HOSTED : Till.TOKEN,
        "Two seats",
        "customer-1");
  }

  private static Consumer<Step> diesAt(int boundary) {
    int[] left = {boundary};
    return step -> {
      if (left[0]-- == 0) {
        System.out.println("killed at " + step);
        System.out.flush();
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }
}
