package io.travelsuite.security.signin;

import io.travelsuite.security.role.SubjectId;

/**
 * What the host knows of a name that somebody typed.
 *
 * @param subject whose it is
 * @param passwordHash as it is stored; empty or anything that is no hash if there is none
 */
public record Account(SubjectId subject, String passwordHash) {

  /** Not the hash. */
  @Override
  public String toString() {
    return "Account[" + subject + "]";
  }
}
