package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines were resolved by terms that have moved on, or for another channel than their booking's:
 * they are to be resolved again. Never reaches a caller.
 */
final class StaleTermsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Set<OccurrenceId> occurrences;
  private final @Nullable String channel;

  /**
   * What to resolve anew.
   *
   * @param occurrences whose terms to read again
   * @param channel the channel to resolve for
   */
  StaleTermsException(Set<OccurrenceId> occurrences, @Nullable String channel) {
    super("terms of " + occurrences + " moved on", null, false, false);
    this.occurrences = occurrences;
    this.channel = channel;
  }

  Set<OccurrenceId> occurrences() {
    return occurrences;
  }

  @Nullable String channel() {
    return channel;
  }
}
