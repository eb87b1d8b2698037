package io.travelsuite.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of travel_subject_key.
 *
 * @param operator whose person
 * @param subject the person
 * @param revision one more with each change
 * @param keys wrapped, as text; empty when they were destroyed
 * @param destroyedAt when they were, or null
 */
record SubjectKeyRow(
    UUID operator, UUID subject, long revision, String keys, @Nullable Instant destroyedAt) {

  /** Shows no key. */
  @Override
  public String toString() {
    return "SubjectKeyRow[" + operator + "/" + subject + "]";
  }
}
