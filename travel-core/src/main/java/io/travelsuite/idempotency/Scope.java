package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;

/**
 * Within what a key is unique: the same key of another tenant, mode, principal or operation is
 * another key. So nobody can find out or replay what belongs to somebody else.
 *
 * @param tenant whose data it is, usually an operator's id: 1 to 255 characters
 * @param mode whether money moves
 * @param principal who calls, by the host's sign-in and never by what the request says: 1 to 255
 *     characters
 * @param operation what is done, for example {@code payments.refund}: 1 to 255 characters
 */
public record Scope(String tenant, Mode mode, String principal, String operation) {

  private static final int MOST = 255;

  /** Checks the lengths. */
  public Scope {
    check("tenant", tenant);
    check("principal", principal);
    check("operation", operation);
  }

  private static void check(String field, String part) {
    unless(
        !part.isEmpty() && part.length() <= MOST,
        field,
        part,
        "must be 1 to " + MOST + " characters");
  }
}
