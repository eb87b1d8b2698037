package io.travelsuite.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the figures should come to.
 *
 * @param what a ratio, mostly
 * @param atMost whether the limit is an upper one
 * @param limit the limit
 * @param measured what it came to; null where it was not measured
 */
public record Target(String what, boolean atMost, double limit, @Nullable Double measured) {

  /** Whether it is met; null where it was not measured. */
  @JsonProperty
  public @Nullable Boolean met() {
    if (measured == null) {
      return null;
    }
    return atMost ? measured <= limit : measured >= limit;
  }
}
