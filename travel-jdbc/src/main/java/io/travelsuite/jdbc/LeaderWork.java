package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import java.util.function.Supplier;

/** What a leader of a lane does for others. */
final class LeaderWork {

  private LeaderWork() {}

  /** An interrupt of the leader is kept for when it is done, and what it broke is tried again. */
  static <T> T shielded(Supplier<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.get();
        } catch (StorageException e) {
          if (!Thread.interrupted() || e.getCause() instanceof CommitOutcomeException) {
            throw e;
          }
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Each caller throws an exception of its own. */
  static StorageException copy(StorageException e) {
    return new StorageException(String.valueOf(e.getMessage()), e.retryable(), e.getCause());
  }
}
