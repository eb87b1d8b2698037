package io.travelsuite.security.erasure;

import io.travelsuite.security.data.DataSubject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place that holds something about persons. Safe for use by many threads. */
public interface PersonalRecords {

  /** {@return what the place is called in the answer, 1 to 64 of {@code a–z 0–9 _}} */
  String name();

  /**
   * Reads what the place holds about a person.
   *
   * @param subject whom
   * @param limit records at most; one more shows that there are more
   * @return the records, opened: values are texts, numbers, booleans, times of {@code java.time},
   *     nulls, and lists and maps of these
   */
  List<Map<String, @Nullable Object>> about(DataSubject subject, int limit);
}
