package io.travelsuite.jdbc;

/** When a round looks whether bookings are there under the keys and ids it was given. */
enum KeyLookup {
  /**
   * Only before somebody is refused. A booking that is there all the same meets its unique key when
   * it is written again, and the round is to be repeated with another lookup.
   */
  BEFORE_REFUSING,
  /** First of all. */
  FIRST,
  /** First of all, one by one, past a stale snapshot: by locking reads. */
  PAST_SNAPSHOT
}
