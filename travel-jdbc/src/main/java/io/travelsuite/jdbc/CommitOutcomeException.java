package io.travelsuite.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/** COMMIT failed and its outcome could not be read back: nothing may be tried again for it. */
final class CommitOutcomeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  CommitOutcomeException(SQLException cause) {
    super(cause);
  }
}
