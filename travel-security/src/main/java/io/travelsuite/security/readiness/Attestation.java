package io.travelsuite.security.readiness;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;

/**
 * What somebody states of a thing that no program can look at: a firewall, a contract, a drill.
 *
 * @param id the check it is for, such as {@code attest.firewall}
 * @param statement what was done or seen
 * @param owner who answers for it: a team, a role
 * @param on when it was seen
 * @param until the last day on which it counts, in UTC; at most 366 days after {@code on}
 */
public record Attestation(
    String id, String statement, String owner, LocalDate on, LocalDate until) {

  private static final int LONGEST_DAYS = 366;

  /** Checks that there is an owner and an end. */
  public Attestation {
    unless(!statement.isBlank(), "statement", statement, "must say what was seen");
    unless(!owner.isBlank(), "owner", owner, "must say who answers for it");
    boolean ends = !until.isBefore(on) && !until.isAfter(on.plusDays(LONGEST_DAYS));
    unless(ends, "until", until, "must be at most 366 days after " + on);
  }
}
