package io.travelsuite.examples.server.api;

import io.travelsuite.security.role.Actor;

/**
 * Who calls.
 *
 * @param actor with their roles; a program by its token
 * @param counted by what their calls are counted
 */
record Caller(Actor actor, String counted) {

  String subject() {
    return actor.subject().value();
  }
}
