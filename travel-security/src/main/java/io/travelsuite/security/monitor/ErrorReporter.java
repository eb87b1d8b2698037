package io.travelsuite.security.monitor;

import java.util.Map;

/**
 * Where errors are reported that nobody expected: Sentry, a log. Quick, thread-safe and never
 * throwing, since it is called where something has failed already.
 */
@FunctionalInterface
public interface ErrorReporter {

  /**
   * Reports an error.
   *
   * @param error what was thrown
   * @param tags what it was about, in few different values: {@code route}, {@code operation}
   */
  void report(Throwable error, Map<String, String> tags);

  /** {@return a reporter that reports to nobody} */
  static ErrorReporter none() {
    return (error, tags) -> {};
  }
}
