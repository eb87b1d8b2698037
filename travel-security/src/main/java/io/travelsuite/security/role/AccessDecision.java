package io.travelsuite.security.role;

import io.travelsuite.RefusedException;

/**
 * What {@link Roles#decide} answers: {@link Granted}, {@link Denied} or {@link NeedsApproval}, each
 * with its reason in words, for the audit log and for whoever asks why.
 */
public sealed interface AccessDecision
    permits AccessDecision.Granted, AccessDecision.Denied, AccessDecision.NeedsApproval {

  /** {@return why, in words; holds ids, no secret} */
  String because();

  /**
   * It may be done.
   *
   * @param role the role that permits it
   * @param because why, in words
   */
  record Granted(String role, String because) implements AccessDecision {}

  /**
   * It may not. Over HTTP: 403, without the words.
   *
   * @param reason why
   * @param because the same in words
   */
  record Denied(Reason reason, String because) implements AccessDecision {}

  /**
   * It takes a second person.
   *
   * @param because why, in words
   */
  record NeedsApproval(String because) implements AccessDecision {}

  /** Why something is denied. */
  enum Reason {
    /** No role of theirs at that operator permits it. */
    NO_ROLE,
    /** A role of theirs does, and their token does not. */
    TOKEN_SCOPE,
    /** The approval is by the same person, by a program, or by somebody who may not do it. */
    BAD_APPROVER,
    /** The approval is of another action. */
    OTHER_ACTION
  }

  /**
   * Throws unless it may be done.
   *
   * @return the grant
   * @throws RefusedException if it is denied or takes a second person
   */
  default Granted orElseThrow() {
    if (this instanceof Granted granted) {
      return granted;
    }
    throw new RefusedException(this);
  }
}
