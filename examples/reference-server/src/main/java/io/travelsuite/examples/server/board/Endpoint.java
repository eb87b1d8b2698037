package io.travelsuite.examples.server.board;

import io.javalin.http.HandlerType;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.security.role.Permission;

/**
 * A page, or what a form of it is sent to.
 *
 * @param method GET or POST
 * @param path of its address
 * @param permission what somebody needs to be let in
 * @param action answers
 */
record Endpoint(HandlerType method, String path, Permission permission, Action action) {

  /** What answers. */
  interface Action {
    void answer(Visit visit);
  }

  static Endpoint get(String path, Permission permission, Action action) {
    return new Endpoint(HandlerType.GET, path, permission, action);
  }

  static Endpoint post(String path, Permission permission, Action action) {
    return new Endpoint(HandlerType.POST, path, permission, action);
  }

  Rule rule() {
    return new Rule(
        method.name(),
        path,
        Rule.Entry.STAFF,
        permission,
        method.equals(HandlerType.GET) ? "" : Rates.OFFICE);
  }
}
