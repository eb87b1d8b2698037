package io.travelsuite.jdbc;

import io.travelsuite.notify.outbox.RoundReport;
import java.time.Duration;

/** How a claim of an event ends. */
sealed interface OutboxEnding {

  /** What is counted for a claim that another has by now. */
  RoundReport OVERTAKEN = new RoundReport(0, 0, 0, 0, 1);

  /** Whose claim. */
  OutboxRow row();

  /** What is counted for it. */
  RoundReport counted();

  /** Handled. */
  record Done(OutboxRow row) implements OutboxEnding {
    @Override
    public RoundReport counted() {
      return new RoundReport(1, 0, 0, 0, 0);
    }
  }

  /** Tried in vain. */
  record Later(OutboxRow row, Duration pause, String note) implements OutboxEnding {
    @Override
    public RoundReport counted() {
      return new RoundReport(0, 1, 0, 0, 0);
    }
  }

  /** Given up. */
  record Dead(OutboxRow row, String note) implements OutboxEnding {
    @Override
    public RoundReport counted() {
      return new RoundReport(0, 0, 1, 0, 0);
    }
  }

  /** Not tried. */
  record Returned(OutboxRow row) implements OutboxEnding {
    @Override
    public RoundReport counted() {
      return new RoundReport(0, 0, 0, 1, 0);
    }
  }
}
