package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.outbox.OutboxRelay;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The answer to a COMMIT is lost, and its event is collected before anybody asks what became of it.
 */
class CollectedCutTest extends CutSuite {

  private static OutboxRelay relay;

  @BeforeAll
  static void open() {
    relay = JdbcOutbox.of(fixture.travel(), List.of());
  }

  /** Whoever takes a connection finds that all there was has been collected. */
  private static DataSource collecting() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              relay.collect();
              return method.invoke(pool, arguments);
            });
  }

  private static long events() {
    return fixture
        .rows()
        .number(
            "SELECT (SELECT COUNT(*) FROM travel_event) + (SELECT COUNT(*) FROM travel_outbox_event)");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_applied_exactly_once(Act act) {
    JdbcTravel travel = JdbcTravel.builder(collecting()).build();
    OccurrenceId occurrence = fixture.open(40);
    BookingId prepared = act.prepare(fixture.travel().bookings(), occurrence);
    long before = events();
    proxy.cutNext(Cut.AFTER_COMMIT);

    Booking told = act.perform(travel.bookings(), occurrence, prepared);

    assertThat(events() - before).isOne();
    assertThat(fixture.travel().bookings().find(told.id())).contains(told);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_event")).isLessThan(2);
    fixture.assertNoDrift(occurrence);
  }
}
