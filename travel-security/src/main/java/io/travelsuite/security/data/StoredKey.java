package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;

/**
 * One wrapped key of a subject, as it is stored.
 *
 * @param id its number among the subject's keys, 1 or more
 * @param wrapped the key, encrypted
 * @param createdAt when it was made
 */
public record StoredKey(int id, WrappedKey wrapped, Instant createdAt) {

  /** Checks the number. */
  public StoredKey {
    unless(id >= 1, "id", id, "must be 1 or more");
  }
}
