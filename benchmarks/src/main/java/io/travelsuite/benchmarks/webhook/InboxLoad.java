package io.travelsuite.benchmarks.webhook;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;

/**
 * Webhooks at a fixed rate into an inbox, over HTTP, while something is killed and started again in
 * the middle; then every event that was acknowledged must have been handled once.
 *
 * @param perSecond how many deliveries are due a second, one in ten of an event that was delivered
 *     before
 * @param duration how long
 */
public record InboxLoad(int perSecond, Duration duration) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_NANOS = 5_000_000L;

  /**
   * What came of it.
   *
   * @param deliveries sent until they were answered
   * @param events acknowledged, each counted once
   * @param perSecond deliveries answered a second, from the first that was due to the last answer
   * @param latencies from when a delivery was due, in microseconds
   * @param retries deliveries that were sent again
   * @param outageSeconds from the kill to the restarted receiver
   * @param behindSeconds from the last answer to the last event's handling
   * @param lost acknowledged events that had no effect
   * @param twice events that had more than one
   */
  public record Outcome(
      long deliveries,
      int events,
      double perSecond,
      Histogram latencies,
      long retries,
      double outageSeconds,
      double behindSeconds,
      int lost,
      int twice) {

    /** Answers a second, and latencies. */
    public Sample sample() {
      return Sample.of(perSecond, latencies);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d deliveries, %,d events, %.1f deliveries/s, p50 %.1f ms, p99 %.1f ms, worst %.0f ms,"
              + " %d sent again, outage %.1f s, last handled %.1f s after the last answer,"
              + " lost %d, handled twice %d",
          deliveries,
          events,
          perSecond,
          latencies.getValueAtPercentile(50) / 1e3,
          latencies.getValueAtPercentile(99) / 1e3,
          latencies.getMaxValue() / 1e3,
          retries,
          outageSeconds,
          behindSeconds,
          lost,
          twice);
    }
  }

  /** Kills the receiver's process in the middle, and starts it again. */
  public Outcome killingTheProcess(TestSchema schema) throws InterruptedException {
    try (ReceiverProcess receiver = new ReceiverProcess(schema.jdbcUrl())) {
      Runnable crash =
          () -> {
            receiver.kill();
            receiver.start();
          };
      return run(schema, receiver, crash);
    }
  }

  /**
   * Does something else in the middle.
   *
   * @param crash kills the database, say, and starts it again
   */
  public Outcome during(TestSchema schema, Runnable crash) throws InterruptedException {
    try (ReceiverProcess receiver = new ReceiverProcess(schema.jdbcUrl())) {
      return run(schema, receiver, crash);
    }
  }

  private Outcome run(TestSchema schema, ReceiverProcess receiver, Runnable crash)
      throws InterruptedException {
    DataSource dataSource = schema.dataSource(2);
    JdbcTravel.migrate(dataSource);
    execute(
        dataSource, "CREATE TABLE handled (id INT AUTO_INCREMENT PRIMARY KEY, event VARCHAR(64))");
    receiver.start();
    Senders senders = new Senders(receiver::address, perSecond, duration);
    CompletableFuture<Double> outage =
        CompletableFuture.supplyAsync(() -> inTheMiddle(senders, crash));
    senders.run(PATIENCE);
    double outageSeconds = outage.join();
    double behindSeconds = awaitHandled(dataSource);
    List<String> handled = texts(dataSource, "SELECT event FROM handled");
    HashSet<String> once = new HashSet<>(handled);
    int lost = (int) senders.acknowledged().stream().filter(event -> !once.contains(event)).count();
    return new Outcome(
        senders.answered(),
        senders.acknowledged().size(),
        senders.answered() / senders.seconds(),
        senders.latencies().histogram(),
        senders.retries(),
        outageSeconds,
        behindSeconds,
        lost,
        handled.size() - once.size());
  }

  private static double inTheMiddle(Senders senders, Runnable crash) {
    while (senders.answered() < senders.total() / 2) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    long start = System.nanoTime();
    crash.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What the killed process had leased comes last. */
  private static double awaitHandled(DataSource dataSource) {
    long start = System.nanoTime();
    long deadline = start + PATIENCE.toNanos();
    String waiting = "SELECT COUNT(*) FROM travel_webhook_event WHERE state = 'WAITING'";
    while (!texts(dataSource, waiting).get(0).equals("0") && System.nanoTime() < deadline) {
      LockSupport.parkNanos(20 * LOOK_NANOS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
