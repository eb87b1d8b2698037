package io.travelsuite.jdbc.group;

import io.travelsuite.jdbc.crash.Intercepted;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the commits that the group refused because another node's came first. */
final class CertificationFailures {

  private static final int ROLLED_BACK_DURING_COMMIT = 3101;

  private final AtomicInteger count = new AtomicInteger();

  DataSource countedIn(DataSource dataSource) {
    return Intercepted.of(
        dataSource,
        call -> {
          try {
            return call.proceed();
          } catch (SQLException e) {
            if (e.getErrorCode() == ROLLED_BACK_DURING_COMMIT) {
              count.incrementAndGet();
            }
            throw e;
          }
        });
  }

  int count() {
    return count.get();
  }
}
