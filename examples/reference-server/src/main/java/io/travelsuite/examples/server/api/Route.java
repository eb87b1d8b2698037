package io.travelsuite.examples.server.api;

import io.javalin.http.HandlerType;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permission;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint. The table of them is the one home of what the API has: it is served by it, and the
 * document and the tests are held against it.
 *
 * @param method its method
 * @param path all of its path, with {@code {parameters}}
 * @param terms who may call it and how often, and what it takes
 * @param action what it answers
 */
record Route(HandlerType method, String path, Terms terms, Action action) {

  /**
   * The terms of an endpoint.
   *
   * @param permission what the caller must be permitted; null for everybody
   * @param rate by which limit it is counted
   * @param repeat how a request is kept from being carried out twice, or over another's change
   * @param query the parameters after the question mark
   * @param body the body; null for none
   */
  record Terms(
      @Nullable Permission permission,
      Rate rate,
      Repeat repeat,
      InputRules query,
      @Nullable InputRules body) {

    Terms query(InputRules rules) {
      return new Terms(permission, rate, repeat, rules, body);
    }

    Terms body(InputRules rules) {
      return new Terms(permission, rate, repeat, query, rules);
    }
  }

  /** The limits that requests are counted by. */
  enum Rate {
    /** What only reads, by token. */
    READ,
    /** What changes something, by token, in all servers together. */
    CHANGE,
    /** What everybody may call, by address. */
    OPEN
  }

  /** What keeps a request from being carried out twice. */
  enum Repeat {
    /** It changes nothing. */
    SAFE,
    /** A header Idempotency-Key, which it needs. */
    KEY,
    /** A header If-Match, which it needs. */
    MATCH,
    /** Its signature, and the event's own id. */
    SIGNED
  }

  /** What a request asks for. */
  interface Action {

    /** The answer; null where it was written already. */
    @Nullable HttpAnswer answer(Call call);
  }

  /** The endpoint in a line, for people and tests. */
  String line() {
    return "%s %s %s %s %s"
        .formatted(
            method.name(),
            path,
            terms.permission() == null ? "-" : terms.permission().name(),
            terms.rate(),
            terms.repeat());
  }

  /** The endpoint as the server's own table has it. */
  Rule rule() {
    Rule.Entry entry = terms.permission() == null ? Rule.Entry.PUBLIC : Rule.Entry.TOKEN;
    return new Rule(
        method.name(),
        path,
        terms.repeat() == Repeat.SIGNED ? Rule.Entry.SIGNED : entry,
        terms.permission(),
        method.equals(HandlerType.GET)
            ? ""
            : terms.repeat() == Repeat.SIGNED ? Rates.WEBHOOKS : "api-change");
  }

  static Route reading(String path, Permission permission, Action action) {
    return new Route(HandlerType.GET, path, terms(permission, Rate.READ, Repeat.SAFE), action);
  }

  static Route keyed(String path, Permission permission, Action action) {
    return new Route(HandlerType.POST, path, terms(permission, Rate.CHANGE, Repeat.KEY), action);
  }

  static Route matched(String path, Permission permission, Action action) {
    return new Route(HandlerType.PUT, path, terms(permission, Rate.CHANGE, Repeat.MATCH), action);
  }

  static Route open(String path, Action action) {
    return new Route(HandlerType.GET, path, terms(null, Rate.OPEN, Repeat.SAFE), action);
  }

  private static Terms terms(@Nullable Permission permission, Rate rate, Repeat repeat) {
    return new Terms(permission, rate, repeat, InputRules.empty(), null);
  }

  /** The same with parameters after the question mark. */
  Route query(InputRules rules) {
    return new Route(method, path, terms.query(rules), action);
  }

  /** The same with a body. */
  Route body(InputRules rules) {
    return new Route(method, path, terms.body(rules), action);
  }
}
