package io.travelsuite.jdbc.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of the library are timed by port, call and answer where the host asks for it. */
class MeteredCallsTest {

  private final Times times = new Times(new ConcurrentHashMap<>());
  private Fixture fixture;
  private JdbcTravel travel;
  private OccurrenceId departure;

  private record Times(Map<Metric, Duration> longest) implements Metrics {

    @Override
    public void count(Metric metric, long more) {} // how callers are combined

    @Override
    public void time(Metric metric, Duration took) {
      if (!metric.name().equals("travel.calls")) {
        return; // how long they wait for each other
      }
      longest.merge(metric, took, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    @Override
    public void gauge(Metric metric, double value) {
      throw new AssertionError(metric);
    }
  }

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    travel = JdbcTravel.builder(fixture.dataSource()).metrics(times).build();
    departure = fixture.open(3);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Metric call(String port, String call, String answer) {
    return new Metric(
        "travel.calls", new TreeMap<>(Map.of("port", port, "call", call, "answer", answer)));
  }

  @Test
  void holds_refusals_and_bad_requests_are_told_apart() {
    travel.bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
    travel.bookings().hold(HoldRequest.of(departure, 2));
    travel.bookings().find(new BookingId(new UUID(1, 2)));
    assertThatThrownBy(() -> travel.inventory().addOperator("", "Acme"))
        .isInstanceOf(InvalidRequestException.class);

    assertThat(times.longest())
        .containsOnlyKeys(
            call("bookings", "hold", "Held"),
            call("bookings", "hold", "SoldOut"),
            call("bookings", "find", "done"),
            call("inventory", "addOperator", "InvalidRequestException"));
    assertThat(times.longest().values()).allMatch(took -> took.toNanos() > 0);
  }

  @Test
  void calls_in_the_hosts_transaction_are_timed_alike() {
    HostTransactions.of(travel)
        .run(
            (connection, joined) ->
                joined.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow());

    assertThat(times.longest()).containsOnlyKeys(call("bookings", "hold", "Held"));
  }

  @Test
  void a_port_that_is_timed_is_equal_to_itself_and_tells_nothing_of_that() {
    Bookings bookings = travel.bookings();

    assertThat(bookings.toString()).isNotEmpty();
    assertThat(Set.of(bookings).contains(bookings)).isTrue();
    assertThat(Set.of(bookings).contains(fixture.travel().bookings())).isFalse();
    assertThat(times.longest()).isEmpty();
  }

  @Test
  void control_a_port_that_asks_the_real_one_whether_they_are_equal_is_not_equal_to_itself() {
    Bookings real = fixture.travel().bookings();
    Bookings asking =
        (Bookings)
            Proxy.newProxyInstance(
                Bookings.class.getClassLoader(),
                new Class<?>[] {Bookings.class},
                (self, method, arguments) -> method.invoke(real, arguments));

    assertThat(Set.of(asking).contains(asking)).isFalse();
  }

  @Test
  void control_where_nobody_asked_nothing_is_timed() {
    fixture.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();

    assertThat(times.longest()).isEmpty();
  }
}
