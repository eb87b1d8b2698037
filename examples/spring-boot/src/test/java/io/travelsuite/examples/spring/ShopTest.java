package io.travelsuite.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.travelsuite.RefusedException;
import io.travelsuite.StorageException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.examples.spring.shop.Orders;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.monitor.DatabaseMeasures;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The application of Spring Boot's, whose transactions the library joins. */
class ShopTest {

  private static Shop shop;

  private Orders orders;
  private Joining joining;
  private JdbcTravel travel;
  private OccurrenceId departure;
  private Orders.Order order;

  @BeforeAll
  static void open() {
    shop = new Shop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void newDeparture() {
    orders = shop.bean(Orders.class);
    joining = shop.bean(Joining.class);
    travel = shop.bean(JdbcTravel.class);
    departure = shop.departure(3);
    order = shop.order(departure, 2);
  }

  private static TransactionTemplate transaction(int propagation) {
    TransactionTemplate template =
        new TransactionTemplate(shop.bean(PlatformTransactionManager.class));
    template.setPropagationBehavior(propagation);
    return template;
  }

  private static TransactionTemplate transaction() {
    return transaction(TransactionDefinition.PROPAGATION_REQUIRED);
  }

  private static IllegalStateException cardDeclined() {
    return new IllegalStateException("the card was declined");
  }

  @Test
  void it_runs_on_the_spring_boot_that_is_meant() {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("travel.boot.version"));
  }

  @Test
  void the_hosts_commit_keeps_the_order_and_the_booking() {
    BookingId booking = orders.place(order);

    assertThat(shop.isKept(order)).isTrue();
    assertThat(travel.bookings().find(booking)).isPresent();
    assertThat(shop.left(departure)).isEqualTo(1);
  }

  @Test
  void the_hosts_rollback_takes_the_booking_along() {
    assertThatThrownBy(
            () ->
                transaction()
                    .executeWithoutResult(
                        status -> {
                          orders.place(order);
                          throw cardDeclined();
                        }))
        .hasMessageContaining("card");

    assertThat(shop.isKept(order)).isFalse();
    assertThat(shop.left(departure)).isEqualTo(3);
    assertThat(travel.integrity().verify(departure)).isEmpty();
  }

  @Test
  void control_without_joining_the_booking_stays_when_the_host_rolls_back() {
    assertThatThrownBy(
        () ->
            transaction()
                .executeWithoutResult(
                    status -> {
                      travel.bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
                      throw cardDeclined();
                    }));

    assertThat(shop.left(departure)).isEqualTo(1);
  }

  @Test
  void a_refusal_that_is_thrown_undoes_the_order() {
    Orders.Order tooMany = shop.order(departure, 4);

    assertThatThrownBy(() -> orders.place(tooMany)).isInstanceOf(RefusedException.class);

    assertThat(shop.isKept(tooMany)).isFalse();
  }

  @Test
  void a_refusal_that_is_answered_undoes_nothing_and_the_host_commits() {
    Orders.Order tooMany = shop.order(departure, 4);

    assertThat(orders.placeOrWait(tooMany)).isFalse();
    assertThat(orders.placeOrWait(order)).isTrue();

    assertThat(shop.isKept(tooMany)).isTrue();
    assertThat(shop.isKept(order)).isTrue();
    assertThat(shop.left(departure)).isEqualTo(1);
  }

  @Test
  void what_a_nested_transaction_undoes_is_undone_alone() {
    transaction()
        .executeWithoutResult(
            outer -> {
              joining.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
              transaction(TransactionDefinition.PROPAGATION_NESTED)
                  .executeWithoutResult(
                      nested -> {
                        orders.place(order);
                        nested.setRollbackOnly();
                      });
            });

    assertThat(shop.isKept(order)).isFalse();
    assertThat(shop.left(departure)).isEqualTo(2);
    assertThat(travel.integrity().verify(departure)).isEmpty();
  }

  @Test
  void a_transaction_of_its_own_stays_when_the_outer_one_is_undone() {
    transaction()
        .executeWithoutResult(
            outer -> {
              transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                  .executeWithoutResult(inner -> orders.place(order));
              outer.setRollbackOnly();
            });

    assertThat(shop.isKept(order)).isTrue();
    assertThat(shop.left(departure)).isEqualTo(1);
  }

  @Test
  void outside_of_a_transaction_there_is_nothing_to_join() {
    assertThatThrownBy(() -> joining.travel())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Transactional");
  }

  /** The shop has its order and wants the counter, the stranger has the counter and the order. */
  private void deadlock(Supplier<BookingId> placing) throws Exception {
    try (Stranger stranger = new Stranger(shop.schema)) {
      stranger.lockCounter(departure.value());
      stranger.beHeavy();
      CompletableFuture<BookingId> placed = CompletableFuture.supplyAsync(placing);
      stranger.awaitShop();
      stranger.wantOrder(order.number());
      stranger.letGo();
      placed.join();
    }
  }

  @Test
  void after_a_deadlock_the_whole_method_is_called_again() throws Exception {
    deadlock(() -> shop.bean(Restarts.class).of(() -> orders.place(order)));

    assertThat(shop.count("SELECT COUNT(*) FROM shop_order WHERE state = 'STRANGE'")).isZero();
    assertThat(shop.isKept(order)).isTrue();
    assertThat(shop.left(departure)).isEqualTo(1);
    assertThat(travel.integrity().verify(departure)).isEmpty();
  }

  @Test
  void control_without_restarts_a_deadlock_reaches_the_caller_and_nothing_is_kept() {
    assertThatThrownBy(() -> deadlock(() -> orders.place(order)))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isTrue());

    assertThat(shop.isKept(order)).isFalse();
    assertThat(shop.left(departure)).isEqualTo(3);
  }

  @Test
  void within_a_transaction_nothing_is_restarted() {
    Restarts restarts = shop.bean(Restarts.class);

    assertThatThrownBy(
            () ->
                transaction()
                    .executeWithoutResult(status -> restarts.of(() -> orders.place(order))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside");
  }

  @Test
  void what_the_library_measures_is_among_the_applications_meters() throws Exception {
    shop.bean(DatabaseMeasures.class).measure();
    orders.place(order);

    MeterRegistry meters = shop.bean(MeterRegistry.class);
    assertThat(meters.get("travel.database.connections").gauge().value()).isPositive();
    assertThat(
            meters
                .get("travel.calls")
                .tags("port", "bookings", "call", "hold", "answer", "Held")
                .timer()
                .count())
        .isPositive();
  }

  /** As whoever runs the application is told. */
  private static Map<?, ?> health() throws Exception {
    return (Map<?, ?>)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("org.springframework.boot:type=Endpoint,name=Health"),
                "health",
                new Object[0],
                new String[0]);
  }

  @Test
  void the_applications_health_has_the_librarys_part() throws Exception {
    assertThat(String.valueOf(health())).contains("travel={status=UP");
  }

  @Test
  void it_is_down_when_the_tables_are_of_another_version() throws Exception {
    JdbcTemplate jdbc = shop.bean(JdbcTemplate.class);
    jdbc.execute("RENAME TABLE travel_schema_history TO hidden_history");
    try {
      assertThat(String.valueOf(health())).contains("status=DOWN").contains("travel={");
    } finally {
      jdbc.execute("RENAME TABLE hidden_history TO travel_schema_history");
    }
  }

  @Test
  void a_refused_hold_says_what_is_left() {
    SoldOut soldOut =
        (SoldOut)
            transaction()
                .execute(status -> joining.travel().bookings().hold(HoldRequest.of(departure, 9)));

    assertThat(soldOut.available()).isEqualTo(3);
  }
}
