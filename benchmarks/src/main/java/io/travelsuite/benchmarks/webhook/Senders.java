package io.travelsuite.benchmarks.webhook;

import io.travelsuite.benchmarks.load.Latencies;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A provider: deliveries are due at a fixed rate, whatever the receiver does, and each is sent
 * until it is answered 200. A latency counts from the moment the delivery was due, so that a stall
 * is suffered by all who were due meanwhile. By the JDK's older client, which costs half as much.
 */
final class Senders {

  private static final int AT_ONCE = 64;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final long BETWEEN_TRIES_NANOS = 250_000_000L;

  private final Supplier<URI> address;
  private final int perSecond;
  private final long total;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final Latencies latencies = new Latencies();
  private volatile long start;

  Senders(Supplier<URI> address, int perSecond, Duration duration) {
    this.address = address;
    this.perSecond = perSecond;
    total = perSecond * duration.toMillis() / 1_000;
  }

  /** Sends all; returns when all were answered, at the latest so long after they were due. */
  void run(Duration patience) throws InterruptedException {
    start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      threads.execute(this::sendAll);
    }
    threads.shutdown();
    long seconds = total / perSecond + patience.toSeconds();
    if (!threads.awaitTermination(seconds, TimeUnit.SECONDS)) {
      threads.shutdownNow();
      throw new IllegalStateException(answered + " of " + total + " deliveries were answered");
    }
  }

  private void sendAll() {
    for (long delivery = next.getAndIncrement();
        delivery < total;
        delivery = next.getAndIncrement()) {
      long due = start + delivery * 1_000_000_000L / perSecond;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      String id = Events.id(delivery);
      byte[] body = Events.body(id);
      while (!send(body)) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        retries.incrementAndGet();
        LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      }
      long now = System.nanoTime();
      acknowledged.add(id);
      latencies.record(due, now);
      last.accumulateAndGet(now, Math::max);
      answered.incrementAndGet();
    }
  }

  private boolean send(byte[] body) {
    try {
      HttpURLConnection request = (HttpURLConnection) address.get().toURL().openConnection();
      request.setConnectTimeout(TIMEOUT_MILLIS);
      request.setReadTimeout(TIMEOUT_MILLIS);
      request.setDoOutput(true);
      request.setFixedLengthStreamingMode(body.length); // then it repeats nothing by itself
      request.setRequestProperty("Content-Type", "application/json");
      request.setRequestProperty("Stripe-Signature", Events.signature(body));
      try (OutputStream out = request.getOutputStream()) {
        out.write(body);
      }
      return request.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  long total() {
    return total;
  }

  /** Deliveries that were answered 200. */
  long answered() {
    return answered.get();
  }

  /** Their events. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  long retries() {
    return retries.get();
  }

  Latencies latencies() {
    return latencies;
  }

  /** From the first that was due to the last answer. */
  double seconds() {
    return (last.get() - start) / 1e9;
  }
}
