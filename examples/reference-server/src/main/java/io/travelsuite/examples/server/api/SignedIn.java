package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.security.role.SubjectId;
import java.util.Optional;

/** People who signed in, by the session of a request. */
@FunctionalInterface
public interface SignedIn {

  /**
   * {@return who sends a request; empty when nobody is signed in, or when it changes something and
   * does not prove that it comes from our own pages}
   *
   * @param context of the request
   */
  Optional<SubjectId> of(Context context);
}
