package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;

/** Knows visitors, who have no account, by their browser's cookie. */
@FunctionalInterface
public interface VisitorGuard {

  /** {@return whether no other site made the browser send it, and the browser is a visitor's} */
  boolean isOwn(Context context);
}
