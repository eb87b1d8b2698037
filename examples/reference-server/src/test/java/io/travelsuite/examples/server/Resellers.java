package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Resellers who want one place each and confirm every second booking. Each sends the same again for
 * as long as it is told that something went wrong.
 */
final class Resellers {

  private static final int CONNECTIONS = 16;
  private static final int MOST_TRIES = 1_000;
  private static final String CONTACT = "{\"contact\":{\"fullName\":\"Ana Lima\"}}";

  private final OctoClient client;
  private final List<String> slots;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger next = new AtomicInteger();

  Resellers(OctoClient client, List<String> slots) {
    this.client = client;
    this.slots = slots;
  }

  /** Books, and has something happen so often in the midst of it. */
  void want(int wishes, int happenings, Runnable happening) throws Exception {
    List<CountDownLatch> moments =
        IntStream.range(0, happenings)
            .mapToObj(i -> new CountDownLatch((2 * i + 1) * wishes / (2 * happenings)))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> all =
          Stream.<Runnable>generate(() -> () -> bookAll(wishes, moments))
              .limit(CONNECTIONS)
              .<Future<?>>map(threads::submit)
              .toList();
      for (CountDownLatch moment : moments) {
        assertThat(moment.await(2, TimeUnit.MINUTES)).isTrue();
        happening.run();
      }
      for (Future<?> one : all) {
        one.get(2, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void bookAll(int wishes, List<CountDownLatch> moments) {
    for (int n = next.getAndIncrement(); n < wishes; n = next.getAndIncrement()) {
      bookOne(n);
      moments.forEach(CountDownLatch::countDown);
    }
  }

  private void bookOne(int n) {
    ObjectNode body =
        OctoClient.reservation(
            "walking-tour", "DEFAULT", slots.get(n % slots.size()), List.of("adult"));
    String uuid = body.path("uuid").asText();
    if (!told("/bookings", body.toString())) {
      refused.incrementAndGet();
      return;
    }
    acknowledged.put(uuid, "ON_HOLD");
    if (n % 2 == 0) {
      assertThat(told("/bookings/" + uuid + "/confirm", CONTACT)).isTrue();
      acknowledged.put(uuid, "CONFIRMED");
    }
  }

  /** Whether it was done, or was refused since all is sold. */
  private boolean told(String path, String body) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Reply reply = client.post(path, body);
      if (reply.status() == 200) {
        return true;
      }
      String error = reply.body().path("error").asText();
      if (error.equals("UNPROCESSABLE_ENTITY")) {
        return false;
      }
      assertThat(error).as("%s", reply).isEqualTo("INTERNAL_SERVER_ERROR");
      repeated.incrementAndGet();
    }
    throw new AssertionError("told to try again " + MOST_TRIES + " times");
  }

  List<String> slots() {
    return slots;
  }

  /** By uuid, the status that was told. */
  Map<String, String> acknowledged() {
    return acknowledged;
  }

  /** How many are on hold. */
  long held() {
    return acknowledged.values().stream().filter("ON_HOLD"::equals).count();
  }

  int refused() {
    return refused.get();
  }

  @Override
  public String toString() {
    return "%d acknowledged, %d refused, %d told to try again"
        .formatted(acknowledged.size(), refused.get(), repeated.get());
  }
}
