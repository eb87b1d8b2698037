package io.travelsuite.security.data;

import io.travelsuite.security.data.JobBatches.Outcome;
import io.travelsuite.security.data.JobBatches.Walk;
import java.util.function.Function;

/** A walk over all subjects. */
final class SubjectWalk {

  private SubjectWalk() {}

  /** Those that were destroyed are passed over. */
  static Walk<SubjectRecord> of(SubjectKeys keys, Function<SubjectRecord, Outcome> work) {
    return new Walk<>(
        (cursor, limit) ->
            keys.store().after(cursor == null ? null : DataSubject.of(cursor), limit),
        row -> row.subject().toString(),
        row -> row.isDestroyed() ? Outcome.UNCHANGED : work.apply(row));
  }
}
