package io.travelsuite.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/** A unique key was taken by somebody we could not see; what was written is undone. */
final class DuplicateKeyException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final SQLException failure;

  DuplicateKeyException(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
