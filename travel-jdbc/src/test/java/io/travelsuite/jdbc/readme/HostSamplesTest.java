package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/host-transactions.md shows compiles and runs. */
class HostSamplesTest {

  /** What the second sample has at hand. */
  private static final String CHECKOUT =
      """
      HostTransactions transactions = HostTransactions.of(travel);
      interface Checkout { Booking placeOrder(OccurrenceId departure); }
      Checkout checkout = one -> travel.bookings().hold(HoldRequest.of(one, 1)).orElseThrow();
      """;

  @TempDir private Path folder;

  @Test
  void every_sample() throws Exception {
    List<String> samples = Readme.read("docs/host-transactions.md").samples();
    assertThat(samples).hasSize(2);
    try (Fixture fixture = Fixture.create()) {
      fixture.rows().update("CREATE TABLE orders (booking CHAR(36) PRIMARY KEY)");
      for (int i = 0; i < samples.size(); i++) {
        OccurrenceId departure = fixture.open(1);
        try (Connection connection = fixture.connect()) {
          SampleCompiler.compile(folder, "Host" + i, samples.get(i), i == 0 ? "" : CHECKOUT)
              .getMethod("run", DataSource.class, OccurrenceId.class, Connection.class)
              .invoke(null, fixture.dataSource(), departure, connection);
        }
        assertThat(fixture.taken(departure)).isOne();
      }
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM orders")).isOne();
    }
  }
}
