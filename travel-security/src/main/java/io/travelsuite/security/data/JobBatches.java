package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.data.JobProgress.Counts;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One batch of a job: what it sees, what it does with each, and where it is afterwards. */
final class JobBatches {

  /** What came of one item. */
  enum Outcome {
    UNCHANGED,
    CHANGED,
    FAILED;

    Counts counts() {
      return new Counts(1, this == CHANGED ? 1 : 0, this == FAILED ? 1 : 0);
    }
  }

  /** What a phase walks over. */
  record Walk<T>(
      BiFunction<@Nullable String, Integer, List<T>> after,
      Function<T, String> cursor,
      Function<T, Outcome> work) {}

  private JobBatches() {}

  static void check(int limit) {
    unless(limit >= 1 && limit <= 1000, "limit", limit, "must be 1 to 1,000");
  }

  /**
   * The progress behind the next batch of a phase, in the phase that follows if it was the last.
   */
  static <T> JobProgress run(JobProgress from, Walk<T> walk, int limit, Next next) {
    List<T> items = walk.after().apply(from.cursor(), limit);
    Counts counts = Counts.NONE;
    for (T item : items) {
      counts = counts.plus(walk.work().apply(item).counts());
    }
    return items.size() < limit
        ? from.phase(next.phase(), counts, next.now())
        : from.at(walk.cursor().apply(items.get(items.size() - 1)), counts);
  }

  /** The phase that follows, and what time it is. */
  record Next(String phase, Instant now) {}

  /** Saves; what somebody else saved meanwhile stands instead. */
  static JobProgress save(JobStore jobs, JobProgress next) {
    return jobs.save(next) ? next : jobs.find(next.job()).orElse(next);
  }
}
