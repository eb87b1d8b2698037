package io.travelsuite.jdbc.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.partner.Hooks.Call;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PartnerRaceTest extends PartnerSuite {

  private static final int THREADS = 4;

  private JdbcPartners another() {
    return on(JdbcTravel.builder(fixture.schema().dataSource(2)).clock(clock).build());
  }

  @Test
  void of_several_who_deliver_each_webhook_is_sent_by_one() {
    register("/a", "*");
    register("/b", "*");
    register("/c", "*");
    for (int i = 0; i < 40; i++) {
      fanOut(event("booking.confirmed"));
    }

    List<Integer> sent = Race.run(THREADS, number -> another().deliver(1_000).sent());
    int all = sent.stream().mapToInt(Integer::intValue).sum() + deliver().sent();

    assertThat(all).isEqualTo(120);
    for (String path : List.of("/a", "/b", "/c")) {
      assertThat(hooks.calls(path)).hasSize(40).extracting(Call::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void control_who_sends_what_waits_without_a_claim_sends_it_several_times() {
    register("/a", "*");
    fanOut(event("booking.confirmed"));
    CyclicBarrier allHaveLooked = new CyclicBarrier(THREADS);

    List<Integer> sent =
        Race.run(
            THREADS,
            number -> {
              int waiting = (int) deliveries("WAITING");
              allHaveLooked.await(20, TimeUnit.SECONDS);
              fixture.rows().update("UPDATE travel_partner_delivery SET state = 'DONE'");
              return waiting;
            });

    assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1);
  }

  @Test
  void an_endpoint_that_hangs_keeps_one_worker_and_no_other_endpoint() throws Exception {
    CountDownLatch hang = hooks.hangs("/dead");
    register("/dead", "*");
    register("/alive", "*");
    for (int i = 0; i < 30; i++) {
      fanOut(event("booking.confirmed"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> one = threads.submit(() -> another().deliver(1_000));
      Future<?> two = threads.submit(() -> another().deliver(1_000));

      Awaitility.await()
          .atMost(15, TimeUnit.SECONDS)
          .until(() -> hooks.calls("/alive").size() == 30);
      assertThat(hooks.calls("/dead")).hasSize(1);
      assertThat(one.isDone() && two.isDone()).isFalse();
      hang.countDown();
      one.get(60, TimeUnit.SECONDS);
      two.get(60, TimeUnit.SECONDS);
      assertThat(hooks.calls("/dead")).extracting(Call::id).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }
}
