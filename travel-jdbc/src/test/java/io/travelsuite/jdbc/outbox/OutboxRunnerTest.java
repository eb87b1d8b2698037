package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxRunner;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay that runs by itself. */
class OutboxRunnerTest extends OutboxSuite {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Heard heard = new Heard();
  private ExecutorService pool;

  @BeforeEach
  void start() {
    travel = fixture.newTravel(8);
    pool = Executors.newCachedThreadPool();
  }

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).as("no thread is left").isTrue();
  }

  private OutboxRelay polling(Duration poll, Subscription... subscriptions) {
    return JdbcOutbox.of(
        travel,
        List.of(subscriptions),
        SETTINGS.pace(new OutboxSettings.Pace(10, Duration.ofSeconds(20), poll)),
        Metrics.none());
  }

  private OutboxRunner run(OutboxRelay relay) {
    return OutboxRunner.start(relay, pool, AlertSink.none());
  }

  @Test
  void what_this_process_commits_is_handed_over_at_once_though_it_polls_once_a_minute()
      throws InterruptedException {
    SynchronousQueue<Long> handedOver = new SynchronousQueue<>();
    Subscription subscription =
        Heard.subscription(
            "mail",
            event -> {
              assertThat(handedOver.offer(System.nanoTime(), 20, TimeUnit.SECONDS)).isTrue();
              return Answer.done();
            });
    try (OutboxRunner runner = run(polling(Duration.ofMinutes(1), subscription))) {
      assertThat(runner).isNotNull();
      for (int i = 0; i < 20; i++) {
        held();
        assertThat(handedOver.poll(20, TimeUnit.SECONDS)).as("event %d", i).isNotNull();
      }
    }
  }

  @Test
  void what_another_process_commits_is_found_by_the_poll() {
    JdbcOutboxOfAnotherProcess.sell(fixture, departure);
    try (OutboxRunner runner =
        run(polling(Duration.ofMillis(20), Heard.subscription("mail", heard)))) {
      assertThat(runner).isNotNull();
      JdbcOutboxOfAnotherProcess.sell(fixture, departure);
      Awaitility.await().atMost(PATIENCE).until(() -> heard.all().size() == 2);
    }
  }

  @Test
  void a_slow_subscription_holds_up_no_other() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    Subscription slow =
        Heard.subscription(
            "slow",
            event -> {
              stuck.await();
              return Answer.done();
            });
    OutboxRelay relay =
        polling(Duration.ofMillis(20), slow, Heard.subscription("quick", heard).workers(2));
    try (OutboxRunner runner = run(relay)) {
      assertThat(runner).isNotNull();
      for (int i = 0; i < 30; i++) {
        held();
      }
      Awaitility.await().atMost(PATIENCE).until(() -> heard.all().size() == 30);
      assertThat(stuck.getCount()).isEqualTo(1);
      stuck.countDown();
    }
  }

  @Test
  void what_failed_is_tried_again_when_it_is_due() {
    int[] tries = {0};
    Subscription subscription =
        Heard.subscription(
            "mail",
            event ->
                ++tries[0] < 3 ? Answer.later("down", Duration.ofMillis(30)) : heard.handle(event));
    try (OutboxRunner runner = run(polling(Duration.ofMillis(20), subscription))) {
      assertThat(runner).isNotNull();
      held();
      Awaitility.await().atMost(PATIENCE).until(() -> heard.all().size() == 1);
    }
  }

  @Test
  void after_it_is_closed_nothing_is_handed_over_and_nothing_is_lost() {
    OutboxRelay relay = polling(Duration.ofMillis(20), Heard.subscription("mail", heard));
    OutboxRunner runner = run(relay);
    held();
    Awaitility.await().atMost(PATIENCE).until(() -> heard.all().size() == 1);
    runner.close();
    runner.close();
    held();
    assertThat(heard.all()).hasSize(1);

    relay.round();
    assertThat(heard.all()).hasSize(2);
  }
}
