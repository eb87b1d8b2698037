package io.travelsuite.jdbc.group;

import io.travelsuite.jdbc.crash.Intercepted;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Makes several nodes commit at one moment: the first COMMIT on each waits for the others'. */
final class CommitMeeting {

  private static final int PATIENCE_SECONDS = 30;

  private final CyclicBarrier barrier;

  CommitMeeting(int nodes) {
    barrier = new CyclicBarrier(nodes);
  }

  /** A node's data source, whose first COMMIT waits. */
  DataSource of(DataSource dataSource) {
    AtomicBoolean met = new AtomicBoolean();
    return Intercepted.of(
        dataSource,
        call -> {
          if (call.isCommit() && met.compareAndSet(false, true)) {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
          }
          return call.proceed();
        });
  }
}
