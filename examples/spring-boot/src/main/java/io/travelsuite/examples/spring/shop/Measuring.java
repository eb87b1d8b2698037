package io.travelsuite.examples.spring.shop;

import io.travelsuite.jdbc.monitor.DatabaseMeasures;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the shop has measured by itself: the library starts no thread. */
@Component
class Measuring {

  private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);

  private final DatabaseMeasures database;

  Measuring(DatabaseMeasures database) {
    this.database = database;
  }

  @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void measure() {
    try {
      database.measure();
    } catch (SQLException e) {
      LOG.warn("the database does not answer", e);
    }
  }
}
