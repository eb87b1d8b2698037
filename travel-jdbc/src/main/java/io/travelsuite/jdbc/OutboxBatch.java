package io.travelsuite.jdbc;

import io.travelsuite.jdbc.OutboxClaims.Item;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.JoinedHandler;
import io.travelsuite.notify.outbox.OutboxHandler;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Has what was claimed handled, by one thread. Of one use. */
final class OutboxBatch {

  /**
   * What was handled within it is marked together: of a quick handler many, of one that sends each
   * by itself, so that a crash repeats one.
   */
  private static final long MARK_NANOS = Duration.ofMillis(5).toNanos();

  private final OutboxClaims claims;
  private final OutboxBreaker breaker;
  private final OutboxSettings settings;
  private final BooleanSupplier goOn;
  private final Backoff backoff;
  private final long lastStart;
  private final Set<UUID> stopped = new HashSet<>();
  private final List<OutboxEnding> ended = new ArrayList<>();
  private long firstBegun;
  private boolean interrupted;
  private RoundReport report = RoundReport.NOTHING;

  OutboxBatch(
      OutboxClaims claims, OutboxBreaker breaker, OutboxSettings settings, BooleanSupplier goOn) {
    this.claims = claims;
    this.breaker = breaker;
    this.settings = settings;
    this.goOn = goOn;
    backoff = new Backoff(settings.tries().firstBackoff(), settings.tries().longestBackoff());
    lastStart = System.nanoTime() + settings.pace().lease().toNanos() / 4 * 3;
  }

  /** Calls the handler without a connection. */
  RoundReport plain(List<Item> items, OutboxHandler handler) {
    for (Item item : items) {
      firstBegun = ended.isEmpty() ? System.nanoTime() : firstBegun;
      ended.add(
          mayBegin(item)
              ? answered(item, answer(() -> handler.handle(item.event())))
              : new OutboxEnding.Returned(item.row()));
      markSome();
    }
    return finished();
  }

  /** Calls the handler in the transaction that marks: several events in one, while all are done. */
  RoundReport joined(List<Item> items, JoinedHandler handler, MarkedWork<Item> work) {
    int done = 0;
    if (!items.isEmpty() && mayBegin(items.get(0))) {
      done = work.together(items, item -> step(item, handler));
      if (done > 0) {
        breaker.succeeded();
        report = report.plus(new RoundReport(done, 0, 0, 0, 0));
      } else {
        breaker.unused();
      }
    }
    for (Item item : items.subList(done, items.size())) {
      firstBegun = ended.isEmpty() ? System.nanoTime() : firstBegun;
      if (mayBegin(item)) {
        alone(item, handler, work);
      } else {
        ended.add(new OutboxEnding.Returned(item.row()));
      }
      markSome();
    }
    return finished();
  }

  private static MarkedWork.Step step(Item item, JoinedHandler handler) {
    return connection -> {
      Answer answer = handler.handle(item.event(), connection);
      if (!(answer instanceof Answer.Done)) {
        throw new UnfinishedException(answer);
      }
    };
  }

  private void alone(Item item, JoinedHandler handler, MarkedWork<Item> work) {
    boolean[] stood = {true};
    Answer answer =
        answer(
            () -> {
              stood[0] = work.alone(item, step(item, handler));
              return Answer.done();
            });
    if (answer instanceof Answer.Done) {
      breaker.succeeded();
      report =
          report.plus(
              stood[0] ? new OutboxEnding.Done(item.row()).counted() : OutboxEnding.OVERTAKEN);
    } else {
      ended.add(answered(item, answer));
    }
  }

  /** Whether it may be tried; then the breaker waits to be told what came of it. */
  private boolean mayBegin(Item item) {
    return !stopped.contains(item.row().subject())
        && goOn.getAsBoolean()
        && !interrupted
        && !Thread.currentThread().isInterrupted()
        && System.nanoTime() - lastStart < 0
        && breaker.permits();
  }

  /** Errors of a handler's own are an answer too: they must not end who works for the others. */
  private Answer answer(Callable<Answer> call) {
    try {
      return call.call();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      Throwable cause = e instanceof HandlerException && e.getCause() != null ? e.getCause() : e;
      if (cause instanceof UnfinishedException unfinished) {
        return unfinished.answer();
      }
      interrupted |= Thread.interrupted() || cause instanceof InterruptedException;
      return Answer.later(cut(Why.thrown(cause)));
    }
  }

  private static String cut(String why) {
    return why.length() <= 255 ? why : why.substring(0, 255);
  }

  private OutboxEnding answered(Item item, Answer answer) {
    if (answer instanceof Answer.Later later) {
      breaker.failed(item.event().id());
      if (item.row().tries() >= settings.tries().most()) {
        return new OutboxEnding.Dead(item.row(), Why.kept(later.reason()));
      }
      stopped.add(item.row().subject());
      Duration pause = later.pause();
      return new OutboxEnding.Later(
          item.row(),
          pause == null ? backoff.after(item.row().tries()) : pause,
          Why.kept(later.reason()));
    }
    breaker.succeeded(); // it was reached, whatever it said
    return answer instanceof Answer.GiveUp never
        ? new OutboxEnding.Dead(item.row(), Why.kept(never.reason()))
        : new OutboxEnding.Done(item.row());
  }

  private void markSome() {
    if (System.nanoTime() - firstBegun > MARK_NANOS) {
      mark();
    }
  }

  /** With an interrupt put by: a pool gives no connection to who is interrupted. */
  private void mark() {
    if (!ended.isEmpty()) {
      interrupted |= Thread.interrupted();
      report = report.plus(claims.end(ended));
      ended.clear();
    }
  }

  private RoundReport finished() {
    mark();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return report;
  }
}
