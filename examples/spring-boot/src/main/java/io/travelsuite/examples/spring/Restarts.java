package io.travelsuite.examples.spring;

import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs {@code @Transactional} methods again, from their begin, where the database ended their
 * transaction to break a deadlock. Thread-safe.
 */
public final class Restarts {

  private final HostTransactions transactions;

  Restarts(JdbcTravel travel) {
    transactions = HostTransactions.of(travel);
  }

  /**
   * Calls a method that begins and ends a transaction, for as long as the library's own calls are
   * tried; see {@link HostTransactions#restarting}.
   *
   * @param <T> what comes of it
   * @param method what to call
   * @return what came of it
   * @throws IllegalStateException within a transaction: only all of it can be restarted
   */
  public <T> T of(Supplier<T> method) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "within a transaction nothing can be restarted: call this from outside of it");
    }
    return transactions.restarting(method);
  }
}
