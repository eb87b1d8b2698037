package io.travelsuite.jdbc.schedule;

import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Schedule;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A train each day, and threads to generate its runs and to sell them at once. */
abstract class GeneratorSuite {

  static final LocalDateTime NINE = LocalDateTime.parse("2027-03-01T09:00");

  Operations operations;
  ExecutorService threads;

  @BeforeEach
  void open() {
    operations = Operations.create();
    threads = Executors.newCachedThreadPool();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    operations.close();
  }

  Schedule daily() {
    return operations
        .daily("FREQ=DAILY")
        .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 90))
        .pool(Pool.of("seats", 40));
  }

  Schedule at(int hour) {
    return daily().recurrence(daily().recurrence().times(LocalTime.of(hour, 0)));
  }

  static Horizon days(int count) {
    return Horizon.until(Operations.FIRST.plusDays(count - 1));
  }
}
