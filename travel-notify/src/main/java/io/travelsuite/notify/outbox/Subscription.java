package io.travelsuite.notify.outbox;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who wants which events. Immutable.
 *
 * @param name 1 to 32 of {@code A–Z a–z 0–9 . _ -}: what it has handled is kept by it, so that it
 *     is the same for as long as the subscription is used, in all processes
 * @param types the types of its events, 1 to 50: each a type ({@code booking.confirmed}), all of a
 *     kind ({@code booking.*}), or all there are ({@code *})
 * @param handling what it does with them
 * @param workers how many threads of a runner work for it, 1 to 64; 1 by default
 */
public record Subscription(String name, Set<String> types, Handling handling, int workers) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final Pattern TYPE = Pattern.compile("\\*|[a-z_]{1,20}\\.(\\*|[a-z_]{1,19})");
  private static final int MOST_TYPES = 50;
  private static final int MOST_WORKERS = 64;

  /** How a subscription handles its events. */
  public sealed interface Handling {

    /**
     * Without a connection.
     *
     * @param handler what is called
     */
    record Plain(OutboxHandler handler) implements Handling {}

    /**
     * In the transaction that marks the event.
     *
     * @param handler what is called
     */
    record Joined(JoinedHandler handler) implements Handling {}
  }

  /** Checks the names and the range. */
  public Subscription {
    unless(NAME.matcher(name).matches(), "name", name, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
    types = Set.copyOf(types);
    unless(
        !types.isEmpty() && types.size() <= MOST_TYPES, "types", types.size(), "must be 1 to 50");
    for (String type : types) {
      unless(
          TYPE.matcher(type).matches(), "type", type, "must be such as booking.held, booking.*, *");
    }
    unless(workers >= 1 && workers <= MOST_WORKERS, "workers", workers, "must be 1 to 64");
  }

  /**
   * {@return a subscription whose handler is called without a connection}
   *
   * @param name its name
   * @param types the types it wants
   * @param handler what is called for each event
   */
  public static Subscription plain(String name, Set<String> types, OutboxHandler handler) {
    return new Subscription(name, types, new Handling.Plain(handler), 1);
  }

  /**
   * {@return a subscription whose handler writes in the transaction that marks the event}
   *
   * @param name its name
   * @param types the types it wants
   * @param handler what is called for each event
   */
  public static Subscription joined(String name, Set<String> types, JoinedHandler handler) {
    return new Subscription(name, types, new Handling.Joined(handler), 1);
  }

  /**
   * {@return the same with more or fewer threads of a runner}
   *
   * @param many 1 to 64
   */
  public Subscription workers(int many) {
    return new Subscription(name, types, handling, many);
  }

  /**
   * {@return whether it wants events of a type}
   *
   * @param type of an event
   */
  public boolean wants(String type) {
    return types.contains("*")
        || types.contains(type)
        || types.contains(type.substring(0, type.indexOf('.') + 1) + "*");
  }

  /** {@return its name and types} */
  @Override
  public String toString() {
    return "Subscription[" + name + " " + new TreeSet<>(types) + "]";
  }
}
