package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;

/** Tells people, not programs, that something cannot be. */
public interface ErrorPages {

  /** For servers without pages. */
  ErrorPages NONE = (context, status) -> false;

  /**
   * Answers with a page, if a page was asked for.
   *
   * @param context the request
   * @param status of the answer, 400 or above
   * @return whether it did
   */
  boolean answer(Context context, int status);
}
