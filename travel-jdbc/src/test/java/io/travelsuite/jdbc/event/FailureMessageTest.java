package io.travelsuite.jdbc.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fails in the database is told without what was to be written. */
class FailureMessageTest {

  private static final String NAME = "Zacharias Quux";
  private static final String EMAIL = "zq@example.org";
  private static final String KEY = "secret-checkout-key";

  private Fixture fixture;
  private OccurrenceId departure;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    departure = fixture.open(5);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private HoldRequest request() {
    return HoldRequest.of(departure, 1).key(KEY).customer(Customer.of(NAME, EMAIL));
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private void assertToldWithoutValues(Throwable thrown) {
    assertThat(thrown).isInstanceOf(StorageException.class);
    assertThat(printed(thrown))
        .contains("SQLException")
        .doesNotContain(NAME, EMAIL, KEY, "Binding", "jdbi");
  }

  @Test
  void a_table_that_is_missing_quotes_no_values() {
    fixture.rows().update("DROP TABLE travel_audit");

    assertToldWithoutValues(catchThrowable(() -> fixture.travel().bookings().hold(request())));
  }

  @Test
  void a_value_that_is_refused_is_not_quoted() {
    fixture.rows().update("ALTER TABLE travel_booking MODIFY customer_name VARCHAR(3)");

    assertToldWithoutValues(catchThrowable(() -> fixture.travel().bookings().hold(request())));
  }

  @Test
  void a_joined_call_quotes_no_values() throws SQLException {
    fixture.rows().update("ALTER TABLE travel_booking MODIFY customer_email VARCHAR(3)");
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);

      assertToldWithoutValues(
          catchThrowable(() -> fixture.travel().joining(host).bookings().hold(request())));
      host.rollback();
    }
  }

  @Test
  void control_jdbi_itself_quotes_them() {
    Throwable thrown =
        catchThrowable(
            () ->
                Jdbi.create(fixture.dataSource())
                    .useHandle(
                        handle ->
                            handle
                                .createUpdate("INSERT INTO nowhere VALUES (?)")
                                .bind(0, NAME)
                                .execute()));

    assertThat(printed(thrown)).contains(NAME);
  }
}
