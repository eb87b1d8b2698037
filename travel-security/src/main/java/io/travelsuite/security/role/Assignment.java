package io.travelsuite.security.role;

import io.travelsuite.inventory.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has a role at an operator.
 *
 * @param role the role's name; one that is unknown permits nothing
 * @param operator where; null for all operators, which is for those who run the platform
 */
public record Assignment(String role, @Nullable OperatorId operator) {

  boolean isAt(OperatorId there) {
    return operator == null || operator.equals(there);
  }
}
