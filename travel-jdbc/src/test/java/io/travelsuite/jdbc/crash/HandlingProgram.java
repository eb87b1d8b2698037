package io.travelsuite.jdbc.crash;

import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.inbox.Effects;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Handles the events that are due, and stops for good at a step of one of them. */
final class HandlingProgram {

  /** Printed when the step is reached. */
  static final String REACHED = "REACHED";

  /** The event at which it stops. */
  static final String FATAL = "evt_2";

  /** Where it stops. */
  enum Step {
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT,
    AFTER_COMMIT
  }

  private final DataSource dataSource;
  private final Step stop;
  private final boolean careless;

  private HandlingProgram(DataSource dataSource, Step stop, boolean careless) {
    this.dataSource = dataSource;
    this.stop = stop;
    this.careless = careless;
  }

  /** Arguments: the database's URL, the step, and whether the handler commits by itself. */
  public static void main(String[] arguments) {
    DataSource pool = Pools.open(arguments[0], 3, Duration.ofSeconds(10));
    boolean careless = Boolean.parseBoolean(arguments[2]);
    HandlingProgram program = new HandlingProgram(pool, Step.valueOf(arguments[1]), careless);
    WebhookInbox inbox = JdbcWebhookInbox.of(JdbcTravel.builder(pool).build());
    inbox.process(100, program::handle);
    program.reach(Step.AFTER_COMMIT);
  }

  private Handling handle(VerifiedWebhook webhook, Connection connection) throws SQLException {
    boolean fatal = webhook.eventId().equals(FATAL);
    if (fatal) {
      reach(Step.BEFORE_THE_EFFECT);
    }
    if (careless) {
      try (Connection own = dataSource.getConnection()) {
        Effects.write(webhook, own);
      }
    } else {
      Effects.write(webhook, connection);
    }
    if (fatal) {
      reach(Step.AFTER_THE_EFFECT);
    }
    return new Handling.Handled();
  }

  private void reach(Step step) {
    if (step == stop) {
      System.out.println(REACHED);
      while (true) {
        LockSupport.park();
      }
    }
  }
}
