package io.travelsuite.security.event;

/** What an event tells. The names are stable. */
public enum EventField {
  /** Whose account, an opaque id where there is one. */
  USER("user_id"),
  /** The client's address, or the group of addresses that limits count by. */
  ADDRESS("source_ip"),
  /** The request's id. */
  REQUEST("request_id"),
  /** Which tenant. */
  OPERATOR("operator"),
  /** What was asked for: a permission, a path, a field's name; never a value. */
  RESOURCE("resource"),
  /** Why, in a word of the library's own. */
  REASON("reason"),
  /** Which limit. */
  LIMIT("max"),
  /** A token's or session's public id, never itself. */
  TOKEN("token_id"),
  /** Which payment or message provider. */
  PROVIDER("provider"),
  /** What the client says it is. */
  USER_AGENT("useragent");

  private final String id;

  EventField(String id) {
    this.id = id;
  }

  /** {@return the name in logs: {@code source_ip}} */
  public String id() {
    return id;
  }
}
