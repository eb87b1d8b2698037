package io.travelsuite.security.monitor;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.log.Redactor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reports errors to Sentry, or what speaks as it does (GlitchTip), as envelopes over HTTP, with
 * messages redacted. No SDK: what is sent is class, redacted message and stack of an error and its
 * causes, the tags, release and environment; no request, no user, no variables, no host name.
 *
 * <p>Has no thread: {@link #run} sends, and is called every second or so. Keeps 100 reports at
 * most; those beyond are counted. One that the server refuses is dropped; while it can't be reached
 * or asks for a pause, reports wait, and each is tried five times. Thread-safe.
 *
 * <p>Tells the metrics {@code travel.error.reported}, {@code travel.error.sent} and {@code
 * travel.error.dropped}.
 */
public final class SentryErrors implements ErrorReporter {

  private static final int MOST = 100;
  private static final int MOST_TRIES = 5;
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final long LONGEST_PAUSE_SECONDS = 3_600;

  private final SentryProject project;
  private final HttpClient client;
  private final InstantSource clock;
  private final Metrics metrics;
  private final SentryEvent events;
  private final ReentrantLock sending = new ReentrantLock();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private Instant notBefore = Instant.MIN;
  private int tries;

  private SentryErrors(
      SentryProject project, Redactor redactor, HttpClient client, Telling telling) {
    this.project = project;
    this.client = client;
    this.clock = telling.clock();
    this.metrics = telling.metrics();
    this.events = new SentryEvent(project, redactor);
  }

  /**
   * What time it is, and where it is counted.
   *
   * @param clock what time it is
   * @param metrics where it is counted
   */
  public record Telling(InstantSource clock, Metrics metrics) {}

  /**
   * {@return a reporter to a project}
   *
   * @param project where
   * @param redactor what is taken out of messages and tags: one that knows the host's secrets
   * @param client must not follow redirects
   * @param telling clock and metrics
   */
  public static SentryErrors of(
      SentryProject project, Redactor redactor, HttpClient client, Telling telling) {
    boolean stays = client.followRedirects() == HttpClient.Redirect.NEVER;
    unless(stays, "client", client.followRedirects(), "must not follow redirects");
    return new SentryErrors(project, redactor, client, telling);
  }

  @Override
  public void report(Throwable error, Map<String, String> tags) {
    metrics.count(Metric.of("travel.error.reported"), 1);
    byte[] envelope = events.envelope(error, tags, clock.instant());
    synchronized (this) {
      if (waiting.size() < MOST) {
        waiting.add(envelope);
        return;
      }
    }
    metrics.count(Metric.of("travel.error.dropped"), 1);
  }

  /**
   * Sends what waits, until nothing does or the server can't take more now.
   *
   * @return how many were sent
   */
  public int run() {
    if (!sending.tryLock()) {
      return 0;
    }
    try {
      int sent = 0;
      byte[] next = due();
      while (next != null) {
        sent += send(next) ? 1 : 0;
        next = due();
      }
      return sent;
    } finally {
      sending.unlock();
    }
  }

  private synchronized byte @Nullable [] due() {
    return clock.instant().isBefore(notBefore) ? null : waiting.peek();
  }

  private boolean send(byte[] envelope) {
    HttpRequest request =
        HttpRequest.newBuilder(project.envelopes())
            .timeout(WITHIN)
            .header("Content-Type", "application/x-sentry-envelope")
            .header(
                "X-Sentry-Auth",
                "Sentry sentry_version=7, sentry_client=travelsuite/1, sentry_key=" + project.key())
            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      return answered(answer);
    } catch (IOException unreachable) {
      pauseFor(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      pauseFor(PAUSE);
    }
    return false;
  }

  private boolean answered(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status == TOO_MANY || status >= 500) {
      pauseFor(answer.headers().firstValue("Retry-After").map(SentryErrors::pause).orElse(PAUSE));
      return false;
    }
    boolean taken = status >= 200 && status < 300;
    done(taken ? "travel.error.sent" : "travel.error.dropped");
    return taken;
  }

  private static Duration pause(String retryAfter) {
    boolean seconds = retryAfter.matches("\\d{1,6}");
    return seconds
        ? Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, Long.parseLong(retryAfter)))
        : PAUSE;
  }

  private synchronized void pauseFor(Duration pause) {
    notBefore = clock.instant().plus(pause);
    if (++tries >= MOST_TRIES) {
      done("travel.error.dropped");
    }
  }

  private synchronized void done(String what) {
    waiting.poll();
    tries = 0;
    metrics.count(Metric.of(what), 1);
  }
}
