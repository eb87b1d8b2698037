package io.travelsuite.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.benchmarks.sale.Sale.Answer;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final List<OccurrenceId> DEPARTURE = List.of(new OccurrenceId(UUID.randomUUID()));
  private static final Duration NONE = Duration.ZERO;

  @Test
  void a_stall_is_suffered_by_all_who_were_due_meanwhile() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Sale stalling =
        wish -> {
          if (calls.incrementAndGet() == 100) {
            pause(500);
          }
          return Answer.SOLD;
        };

    Sample sample = new FixedRate(200, 1, NONE, Duration.ofSeconds(1)).run(stalling, DEPARTURE);

    // of 200 arrivals 100 were due in the half second that nobody was served
    assertThat(sample.p50Ms()).isLessThan(300);
    assertThat(sample.p99Ms()).isGreaterThan(400);
  }

  @Test
  void who_has_no_answer_in_time_counts_as_waiting() throws InterruptedException {
    Sale slow =
        wish -> {
          pause(50);
          return Answer.SOLD;
        };

    Sample sample = new FixedRate(200, 1, NONE, Duration.ofSeconds(1)).run(slow, DEPARTURE);

    assertThat(sample.value()).isBetween(5.0, 25.0);
    assertThat(sample.p99Ms()).isGreaterThan(900);
  }

  @Test
  void an_on_sale_ends_when_every_caller_has_an_answer() throws InterruptedException {
    AtomicInteger seats = new AtomicInteger(20);
    AtomicInteger calls = new AtomicInteger();
    Sale sale =
        wish -> {
          if (calls.incrementAndGet() % 7 == 0) {
            return Answer.BUSY;
          }
          return seats.getAndDecrement() > 0 ? Answer.SOLD : Answer.SOLD_OUT;
        };

    Sample sample = new OnSale(300, 16).run(sale, DEPARTURE.get(0), 20);

    assertThat(sample.value()).isGreaterThan(0.2);
  }

  @Test
  void an_on_sale_that_oversells_fails() {
    assertThatThrownBy(() -> new OnSale(30, 4).run(wish -> Answer.SOLD, DEPARTURE.get(0), 20))
        .hasMessage("30 sold of 20");
  }

  @Test
  void a_closed_loop_fails_on_an_answer_that_is_not_expected() {
    ClosedLoop loop = new ClosedLoop(2, NONE, Duration.ofMillis(200));

    assertThatThrownBy(() -> loop.run(wish -> Answer.SOLD_OUT, DEPARTURE, Answer.SOLD))
        .hasMessageContaining("SOLD_OUT");
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
