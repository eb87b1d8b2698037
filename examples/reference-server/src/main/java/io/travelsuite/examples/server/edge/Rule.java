package io.travelsuite.examples.server.edge;

import io.travelsuite.security.readiness.Route;
import io.travelsuite.security.role.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of all endpoints: who may call it, and how often. What is in no line is not
 * answered.
 *
 * @param method of HTTP, in capitals
 * @param path as the router has it: {@code /octo/bookings/{uuid}}
 * @param entry who is let in
 * @param permission what they need, or null where being signed in will do
 * @param rate the name of its limit among {@link Rates}; empty for none, where nothing changes
 */
public record Rule(
    String method, String path, Entry entry, @Nullable Permission permission, String rate) {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Who is let in. */
  public enum Entry {
    /** Everybody. */
    PUBLIC,
    /** Everybody whose page is this server's own: a form before somebody is signed in. */
    FORM,
    /** Customers by their browser's cookie, from a page of this server's own. */
    VISITOR,
    /** Staff with a session, from a page of this server's own. */
    STAFF,
    /**
     * Programs with a token, or staff with a session, which the API itself looks at; it counts what
     * they change.
     */
    TOKEN,
    /** Everybody: nothing is there, and that is what they are told. */
    NOTHING,
    /** Providers who sign what they send, which the endpoint itself verifies. */
    SIGNED,
    /** Who watches over the server: by a token of its own or on this machine. */
    WATCH
  }

  /** {@return whether it may change something} */
  public boolean changes() {
    return !SAFE.contains(method);
  }

  /** {@return the same as the library's readiness check judges it} */
  public Route described() {
    Route.Access access =
        Set.of(Entry.PUBLIC, Entry.FORM, Entry.VISITOR, Entry.NOTHING).contains(entry)
            ? Route.Access.PUBLIC
            : Route.Access.PERMISSION;
    return new Route(method, path, rate, access, !changes() || entry != Entry.PUBLIC);
  }

  /** {@return a path under which nothing is, but for what has a line of its own} */
  public static Rule nothing(String method, String path) {
    return new Rule(method, path, Entry.NOTHING, null, SAFE.contains(method) ? "" : Rates.ASKS);
  }

  String name() {
    return method + " " + path;
  }
}
