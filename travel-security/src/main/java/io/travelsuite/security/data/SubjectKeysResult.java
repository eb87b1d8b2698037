package io.travelsuite.security.data;

import io.travelsuite.RefusedException;
import java.time.Instant;

/** The keys of a subject: {@link Usable}, {@link Destroyed} or {@link None}. */
public sealed interface SubjectKeysResult
    permits SubjectKeysResult.Usable, SubjectKeysResult.Destroyed, SubjectKeysResult.None {

  /**
   * There they are.
   *
   * @param keys the keys
   */
  record Usable(DataKeys keys) implements SubjectKeysResult {}

  /**
   * They were destroyed: what they sealed can't be read by anybody, and nothing more is sealed for
   * that subject.
   *
   * @param at when
   */
  record Destroyed(Instant at) implements SubjectKeysResult {}

  /** There was never one. */
  record None() implements SubjectKeysResult {}

  /**
   * Throws unless there are keys.
   *
   * @return the keys
   * @throws RefusedException if there are none
   */
  default DataKeys orElseThrow() {
    if (this instanceof Usable usable) {
      return usable.keys();
    }
    throw new RefusedException(this);
  }
}
