package io.travelsuite.security.erasure;

import io.travelsuite.security.data.DataSubject;

/**
 * Rows about a person in one place, of which something must stay when the person is erased:
 * accounts keep what was sold and paid. Safe for use by many threads.
 */
@FunctionalInterface
public interface PersonalRows {

  /**
   * Takes away what tells of the person: sealed fields, blind indexes, free text.
   *
   * @param subject who is erased
   * @return rows that were changed; none, when it was done before
   */
  int anonymise(DataSubject subject);
}
