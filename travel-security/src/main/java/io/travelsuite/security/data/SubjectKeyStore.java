package io.travelsuite.security.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of subjects are stored, wrapped. An implementation is safe for use by many threads
 * and processes; each method is atomic. It throws {@link io.travelsuite.StorageException} when it
 * can't be asked.
 */
public interface SubjectKeyStore {

  /**
   * Looks a subject up.
   *
   * @param subject the subject
   * @return what is stored, also that its keys were destroyed; or empty when there was never a key
   */
  Optional<SubjectRecord> find(DataSubject subject);

  /**
   * Stores a subject's first key, unless anything is stored of the subject: the first one wins, and
   * after a destruction there is never a key again.
   *
   * @param first a record with revision 1 and one key
   * @return what is stored now
   */
  SubjectRecord create(SubjectRecord first);

  /**
   * Changes the keys of a subject, if nobody else did.
   *
   * @param next a record that is not destroyed; stored if what is there is not destroyed either and
   *     has the revision before it
   * @return whether it was stored
   */
  boolean replace(SubjectRecord next);

  /**
   * Takes all keys of a subject away for good, and leaves a mark of it that no other method here
   * removes; also of a subject that has no keys yet. Does nothing when there is such a mark.
   *
   * @param subject the subject
   * @param at the time of the mark
   */
  void destroy(DataSubject subject, Instant at);

  /**
   * Walks over all subjects, in the order of {@link DataSubject}.
   *
   * @param last the last one seen, or null to begin
   * @param limit 1 to 1,000
   * @return the next ones, destroyed ones too; fewer than the limit at the end
   */
  List<SubjectRecord> after(@Nullable DataSubject last, int limit);
}
