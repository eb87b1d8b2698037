package io.travelsuite.security.role;

import io.travelsuite.inventory.OperatorId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do something, with their roles, and by which token if it is a program.
 *
 * @param subject who
 * @param assignments their roles
 * @param token what their token permits at most, or null for a person who is signed in
 */
public record Actor(SubjectId subject, List<Assignment> assignments, @Nullable TokenLimit token) {

  /**
   * What a token permits at most.
   *
   * @param scopes all it may do
   * @param operator the only operator it may do it at, or null
   */
  public record TokenLimit(Set<Permission> scopes, @Nullable OperatorId operator) {

    /** Copies the scopes. */
    public TokenLimit {
      scopes = Set.copyOf(scopes);
    }

    boolean permits(Permission permission, OperatorId there) {
      return scopes.contains(permission) && (operator == null || operator.equals(there));
    }
  }

  /** Copies the assignments. */
  public Actor {
    assignments = List.copyOf(assignments);
  }

  /**
   * {@return a person who is signed in}
   *
   * @param subject who
   * @param assignments their roles
   */
  public static Actor person(SubjectId subject, Assignment... assignments) {
    return new Actor(subject, List.of(assignments), null);
  }

  /**
   * {@return the same by a token}
   *
   * @param scopes all the token may do
   * @param operator the only operator it may do it at, or null
   */
  public Actor by(Set<Permission> scopes, @Nullable OperatorId operator) {
    return new Actor(subject, assignments, new TokenLimit(scopes, operator));
  }
}
