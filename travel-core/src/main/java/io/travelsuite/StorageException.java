package io.travelsuite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database could not do what was asked.
 *
 * <p>With {@link #retryable()} true nothing of the call was kept and the same call may succeed when
 * made again: in a transaction of the library's own the call was already retried several times; in
 * a joined transaction the host restarts its <em>whole</em> transaction, since after a deadlock the
 * server has already rolled all of it back.
 *
 * <p>With {@link #retryable()} false the cause is a missing privilege, a broken statement or an
 * outcome that could not be learned; the message says which.
 */
public final class StorageException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** Whether the same call may succeed when made again. */
  private final boolean retryable;

  /**
   * A failure of the database.
   *
   * @param message what happened and what to do
   * @param retryable whether the same call may succeed when made again
   * @param cause the driver's exception, or null
   */
  public StorageException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  /**
   * {@return whether the same call may succeed when made again; see the class for what to repeat}
   */
  public boolean retryable() {
    return retryable;
  }
}
