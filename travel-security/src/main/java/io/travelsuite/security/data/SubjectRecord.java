package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a subject: its keys, or that they were destroyed.
 *
 * @param subject the subject
 * @param revision 1 when it is made, one more with each change
 * @param keys its wrapped keys, by their numbers; none when they were destroyed
 * @param destroyedAt when they were, or null
 */
public record SubjectRecord(
    DataSubject subject, long revision, List<StoredKey> keys, @Nullable Instant destroyedAt) {

  /** Sorts the keys, and checks that there are some or they were destroyed. */
  public SubjectRecord {
    keys = keys.stream().sorted(Comparator.comparingInt(StoredKey::id)).toList();
    unless(keys.isEmpty() == (destroyedAt != null), "keys", keys.size(), "must be there, or gone");
  }

  /** {@return whether its keys were destroyed} */
  public boolean isDestroyed() {
    return destroyedAt != null;
  }

  StoredKey newest() {
    return keys.get(keys.size() - 1);
  }

  SubjectRecord with(List<StoredKey> others) {
    return new SubjectRecord(subject, revision + 1, others, null);
  }
}
