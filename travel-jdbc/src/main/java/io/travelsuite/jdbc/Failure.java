package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import java.sql.SQLException;

/**
 * Turns what the driver threw into what the library throws. Jdbi's exceptions are dropped on the
 * way, since their messages quote the arguments, a customer's address among them.
 */
final class Failure {

  private Failure() {}

  static StorageException outOfTries(SQLException e) {
    return new StorageException(
        "the database kept failing with " + code(e) + "; repeat the call with the same key or id",
        true,
        e);
  }

  static StorageException permanent(SQLException e) {
    return new StorageException(
        "the database refused with " + code(e) + "; see the cause, nothing was kept", false, e);
  }

  static StorageException unknownOutcome(SQLException e) {
    return new StorageException(
        "the connection failed at COMMIT with "
            + code(e)
            + " and the outcome could not be read back; repeat the call with the same key or id",
        false,
        new CommitOutcomeException(e));
  }

  static StorageException joined(SQLException e) {
    VendorError error = VendorError.of(e);
    if (error == VendorError.TRANSACTION_LOST || error == VendorError.CONNECTION_LOST) {
      return new StorageException(
          "your whole transaction was rolled back by the server ("
              + code(e)
              + "); restart it from its beginning",
          true,
          e);
    }
    if (error.retryable()) {
      return new StorageException(
          "this call was undone (" + code(e) + "), your transaction stands; try it again", true, e);
    }
    return permanent(e);
  }

  private static String code(SQLException e) {
    return "error " + e.getErrorCode() + ", SQLState " + e.getSQLState();
  }
}
