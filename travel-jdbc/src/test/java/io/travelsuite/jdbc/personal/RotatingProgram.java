package io.travelsuite.jdbc.personal;

import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.security.data.JobProgress;
import java.time.Duration;

/** Rotates the keys of persons, one by one, until it is killed; prints how far it is. */
final class RotatingProgram {

  /** Longer than it runs by its clock. */
  static final Duration LATER = Duration.ofDays(1);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private RotatingProgram() {}

  /** Arguments: the database's URL, the job. */
  public static void main(String[] arguments) {
    TestClock clock = TestClock.create();
    JdbcPersonalData personal =
        JdbcPersonalData.of(
            JdbcTravel.builder(Pools.open(arguments[0], 2, Duration.ofSeconds(10)))
                .personalData(PersonalKeys.of(clock))
                .build());
    JobProgress progress;
    do {
      clock.advance(PAUSE);
      progress = personal.rotate(arguments[1], 1);
      System.out.println(progress.phase() + " " + progress.counts().seen());
    } while (!progress.isDone());
  }
}
