package io.travelsuite.jdbc;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where work runs: in transactions of the library's own, or in the host's. */
interface Transactions {

  /** How fresh what is read must be, where a cluster gives a choice. */
  enum Freshness {
    /** As this node has it. */
    LOCAL,
    /** With all that any node committed before. */
    CLUSTER
  }

  /**
   * Runs work that may write; all of it stays or none.
   *
   * @throws DuplicateKeyException when it met a unique key that was taken
   */
  <T> T write(Freshness freshness, Function<UnitOfWork, T> work);

  /** Runs one query that decides nothing. */
  <T> T read(Freshness freshness, Function<Handle, T> query);

  /**
   * Whether this is the host's transaction, which is never retried and may read stale snapshots.
   */
  boolean joined();
}
