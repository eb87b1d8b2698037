package io.travelsuite.security.backup;

import io.travelsuite.TravelException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A backup can't be made, read or restored. With {@link #refused()} true it is not what was
 * written: altered, cut off, of another key, or what was restored is not what was dumped. Never
 * tells what a backup holds.
 */
public final class BackupException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** Whether it is not what was written. */
  private final boolean refused;

  private BackupException(String message, boolean refused, @Nullable Throwable cause) {
    super(message, cause);
    this.refused = refused;
  }

  /**
   * {@return what is not as it was written}
   *
   * @param reason what, without its content
   */
  public static BackupException refused(String reason) {
    return new BackupException(reason, true, null);
  }

  /**
   * {@return what could not be done}
   *
   * @param reason what, and what to do
   * @param cause what was met below, or null
   */
  public static BackupException failed(String reason, @Nullable Throwable cause) {
    return new BackupException(reason, false, cause);
  }

  /** {@return whether it is not what was written} */
  public boolean refused() {
    return refused;
  }
}
