package io.travelsuite.security.token;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.secret.CardNumbers;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token is for. It never changes: another grant is another token.
 *
 * @param subject for whom it acts
 * @param operator the only operator it may act for, or null for all that its subject may
 * @param scopes all that it may do, 1 to 64; its subject must be allowed it too
 * @param name what people call it, 1 to 100 characters without control characters; no card number
 */
public record TokenGrant(
    SubjectId subject, @Nullable OperatorId operator, Set<Permission> scopes, String name) {

  private static final int MOST_SCOPES = 64;

  /** Checks the ranges and copies the scopes. */
  public TokenGrant {
    scopes = Set.copyOf(scopes);
    boolean some = !scopes.isEmpty() && scopes.size() <= MOST_SCOPES;
    unless(some, "scopes", scopes.size(), "must be 1 to 64");
    unless(!name.isBlank() && name.length() <= 100, "name", name, "must have 1 to 100 characters");
    boolean plain = name.chars().noneMatch(Character::isISOControl);
    unless(plain, "name", "(hidden)", "must not hold control characters");
    CardNumbers.refuse("name", name);
  }
}
