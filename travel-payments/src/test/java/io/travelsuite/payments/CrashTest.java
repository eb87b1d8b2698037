package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.sandbox.Behaviour;
import io.travelsuite.payments.sandbox.SandboxCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The desk dies at every boundary between two steps; what it had recorded is all that is left. */
class CrashTest {

  /** Not an Exception: nothing catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Scene {
    Payment play(Shop shop);
  }

  /** Dies at the n-th boundary; tells whether there was one. */
  private static boolean dies(Shop shop, int boundary, Runnable work) {
    int[] left = {boundary};
    Consumer<Step> deadly =
        step -> {
          if (left[0]-- == 0) {
            throw new Killed();
          }
        };
    shop.desk = shop.builder(deadly).build();
    try {
      work.run();
      return false;
    } catch (Killed expected) {
      return true;
    } finally {
      shop.desk = shop.builder(step -> {}).build();
    }
  }

  private static int boundaries(Scene scene) {
    int boundary = 0;
    boolean died = true;
    while (died) {
      Shop shop = new Shop();
      Payment[] payment = new Payment[1];
      int at = boundary;
      died = dies(shop, at, () -> payment[0] = scene.play(shop));
      Payment played = payment[0] == null ? shop.store.all().get(0).payment() : payment[0];
      for (int second = 0; second < 3; second++) {
        shop.clock.pass(Duration.ofMinutes(3));
        dies(shop, at + second, () -> shop.desk.reconciler().run(10));
      }
      shop.reconcileUntilQuiet();
      shop.assertMoneyEqualsSeats(played);
      assertThat(Settler.isOpen(shop.stored(played))).as("boundary %d", at).isFalse();
      boundary++;
    }
    return boundary;
  }

  @Test
  void a_payment_by_token_survives_every_boundary() {
    assertThat(
            boundaries(
                shop -> {
                  Payment payment = shop.byToken(shop.hold());
                  shop.desk.start(payment);
                  return payment;
                }))
        .isGreaterThanOrEqualTo(11);
  }

  private static Payment late(Shop shop, boolean soldOut) {
    Payment payment = shop.hosted(shop.hold());
    shop.builder(step -> {}).build().start(payment);
    shop.letHoldsExpire();
    if (soldOut) {
      shop.bookings.hold(HoldRequest.of(Shop.TOUR, 4).lifetime(Duration.ofDays(90))).orElseThrow();
    }
    shop.bank.customerPays(payment.reference());
    shop.desk.resume(payment.reference());
    return payment;
  }

  @Test
  void late_money_survives_every_boundary_whether_there_are_seats_or_not() {
    assertThat(boundaries(shop -> late(shop, false))).isGreaterThanOrEqualTo(8);
    assertThat(boundaries(shop -> late(shop, true))).isGreaterThanOrEqualTo(6);
  }

  @Test
  void control_without_the_reconciler_a_dead_desk_leaves_money_without_seats() {
    Shop shop = new Shop();
    Payment payment = shop.byToken(shop.hold());
    assertThat(dies(shop, 2, () -> shop.desk.start(payment))).isTrue();
    assertThat(shop.bank.webhooks()).hasSize(1);
    assertThat(shop.bookings.sold()).isZero();
    assertThat(shop.stored(payment).totals().authorized().isZero()).isTrue();
  }

  @Test
  void two_thousand_random_days_end_with_as_much_money_as_seats() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      Shop shop = new Shop();
      List<Payment> payments = payments(shop, random);
      for (int i = 0; i < 30; i++) {
        Payment payment = payments.get(random.nextInt(payments.size()));
        dies(shop, random.nextInt(12), () -> something(shop, payment, random));
      }
      shop.bank.arrive();
      shop.reconcileUntilQuiet();
      shop.bank.hostileWebhooks(seed).forEach(shop.desk::apply);
      shop.reconcileUntilQuiet();
      List<Payment> begun =
          payments.stream().filter(p -> shop.store.find(p.reference()).isPresent()).toList();
      try {
        shop.assertMoneyEqualsSeats(begun.toArray(Payment[]::new));
      } catch (AssertionError failure) {
        throw new AssertionError("seed " + seed + " " + shop.store.all(), failure);
      }
    }
  }

  private static List<Payment> payments(Shop shop, Random random) {
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      PaymentMethod method =
          random.nextBoolean()
              ? new PaymentMethod.Hosted(Shop.BACK)
              : new PaymentMethod.Token("tok", Shop.BACK);
      payments.add(shop.payment(shop.hold(), "k" + i, method));
    }
    return payments;
  }

  private static void something(Shop shop, Payment payment, Random random) {
    boolean begun = shop.store.find(payment.reference()).isPresent();
    switch (random.nextInt(begun ? 9 : 2)) {
      case 0, 1 -> shop.desk.start(payment);
      case 2 -> shop.desk.resume(payment.reference());
      case 3 -> shop.bank.hostileWebhooks(random.nextLong()).forEach(shop.desk::apply);
      case 4 -> {
        if (payment.method() instanceof PaymentMethod.Hosted && !shop.bank.webhooks().isEmpty()) {
          shop.desk.resume(payment.reference());
        }
      }
      case 5 -> {
        SandboxCall call = List.of(SandboxCall.values()).get(random.nextInt(5));
        Behaviour behaviour = List.of(Behaviour.values()).get(random.nextInt(5));
        shop.bank.next(call, behaviour);
      }
      case 6 -> shop.clock.pass(Duration.ofMinutes(random.nextInt(20)));
      case 7 -> shop.desk.reconciler().run(10);
      default -> {
        shop.bank.arrive();
        if (payment.method() instanceof PaymentMethod.Hosted
            && shop.stored(payment).providerPayment() != null) {
          shop.bank.customerPays(payment.reference());
        }
      }
    }
  }

  @Test
  void four_paths_at_once_confirm_and_charge_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 200; round++) {
        Shop shop = new Shop();
        Payment payment = shop.hosted(shop.hold());
        shop.desk.start(payment);
        if (round % 2 == 0) {
          shop.letHoldsExpire();
        }
        shop.bank.customerPays(payment.reference());
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Object>> paths = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          paths.add(threads.submit(path(shop, payment, i, go)));
        }
        go.countDown();
        for (Future<Object> path : paths) {
          path.get();
        }
        shop.reconcileUntilQuiet();
        assertThat(shop.bookings.sold()).isEqualTo(2);
        assertThat(shop.bookings.confirms).isEqualTo(1);
        shop.assertMoneyEqualsSeats(payment);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Object> path(Shop shop, Payment payment, int i, CountDownLatch go) {
    return () -> {
      go.await();
      return switch (i % 4) {
        case 0 -> shop.desk.start(payment);
        case 1 -> shop.desk.resume(payment.reference());
        case 2 -> shop.bank.webhooks().stream().map(shop.desk::apply).toList();
        default -> shop.desk.reconciler().run(10);
      };
    };
  }
}
