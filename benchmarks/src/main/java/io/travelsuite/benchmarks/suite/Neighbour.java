package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.ClosedLoop;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.Bytes;
import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Sales of one departure by 64 callers, by itself and while somebody's transaction keeps another
 * for which 16 callers wait in the same lane: the latencies should be the same.
 */
final class Neighbour {

  private static final int CALLERS = 64;
  private static final int WAITING = 16;
  private static final int CONNECTIONS = 8;
  private static final int PLENTY = 100_000_000;

  private final Bench bench;

  Neighbour(Bench bench) {
    this.bench = bench;
  }

  void run() throws InterruptedException {
    new Repeated(bench)
        .inTurn(
            subject(Results.NEIGHBOUR + "free"),
            schema -> run(schema, false),
            subject(Results.NEIGHBOUR + "kept"),
            schema -> run(schema, true));
  }

  private static Result.Subject subject(String name) {
    return new Result.Subject(name, Strategy.COMBINING.name(), CALLERS, 1, "sales/s");
  }

  private Sample run(TestSchema schema, boolean kept) throws InterruptedException {
    try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.COMBINING, CONNECTIONS)) {
      List<OccurrenceId> departures = shop.market().open(2, PLENTY);
      ClosedLoop loop = new ClosedLoop(CALLERS, bench.form().warmUp(), bench.form().measured());
      List<OccurrenceId> free = departures.subList(0, 1);
      if (!kept) {
        return loop.run(shop.sale(), free, Sale.Answer.SOLD);
      }
      List<Thread> waiting = new ArrayList<>();
      Sample sample;
      try (Connection host = keep(schema.jdbcUrl(), departures.get(1))) {
        for (int i = 0; i < WAITING; i++) {
          waiting.add(waitFor(shop.sale(), departures.get(1)));
        }
        sample = loop.run(shop.sale(), free, Sale.Answer.SOLD);
        host.rollback();
      }
      for (Thread thread : waiting) {
        thread.join();
      }
      return sample;
    } catch (SQLException e) {
      throw new IllegalStateException("the departure could not be kept", e);
    }
  }

  private static Connection keep(String jdbcUrl, OccurrenceId departure) throws SQLException {
    Connection host = DriverManager.getConnection(jdbcUrl);
    host.setAutoCommit(false);
    try (PreparedStatement statement =
        host.prepareStatement("SELECT 1 FROM travel_counter WHERE occurrence_id = ? FOR UPDATE")) {
      statement.setBytes(1, Bytes.of(departure.value()));
      statement.executeQuery().close();
    }
    return host;
  }

  private static Thread waitFor(Sale sale, OccurrenceId departure) {
    Sale.Wish wish = new Sale.Wish(departure, 1, UUID.randomUUID().toString());
    Thread thread = new Thread(() -> sale.sellInTheEnd(wish));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
