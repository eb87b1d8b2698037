package io.travelsuite.examples.spring;

import io.travelsuite.SchemaMismatchException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in place of a stack trace what to do about tables that are not there. */
public final class TravelFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

  /** For Spring, by META-INF/spring.factories. */
  public TravelFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable failure, SchemaMismatchException cause) {
    return new FailureAnalysis(
        "The library's tables are not the ones it works with: " + cause.getMessage(),
        "Call JdbcTravel.migrate with an account that may make tables, or set travel.migrate=true"
            + " where the application's own account may.",
        failure);
  }
}
