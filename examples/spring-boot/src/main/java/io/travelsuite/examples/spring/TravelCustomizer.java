package io.travelsuite.examples.spring;

import io.travelsuite.jdbc.JdbcTravel;

/**
 * A bean that sets what is no property: keys that seal customers, a clock for tests. Called after
 * the properties.
 */
@FunctionalInterface
public interface TravelCustomizer {

  /** Sets something. */
  void customize(JdbcTravel.Builder builder);
}
