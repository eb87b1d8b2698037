package io.travelsuite.security.rate;

/** How a rule counts. All are exact for one key under any number of threads. */
public enum Algorithm {
  /**
   * The generic cell rate algorithm (ITU-T I.371): a burst of the whole limit at once, then one
   * more each window/limit. In any window at most the limit and what came back meanwhile: less than
   * twice the limit. Costs one number a key.
   */
  GCRA,
  /**
   * At most the limit in each of the windows that follow one another. Two bursts of the limit may
   * meet where two windows do. Costs one number a key. Within a JVM only.
   */
  FIXED_WINDOW,
  /**
   * Never more than the limit in any window, wherever it begins: for sign-in and one-time codes.
   * Costs a number for each unit of the limit, which is 1,000 at most. In the database it is kept
   * by parts of a window, 60 at most: never more, and what was used comes back up to one part late.
   */
  SLIDING_LOG
}
