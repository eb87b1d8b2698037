package io.travelsuite.security.retention;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.data.DataSubject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data that must not go, whatever a policy says: somebody sues, an authority asked for them.
 *
 * @param operator whose data
 * @param subject of one person there, or null for all
 * @param dataClass of one class, or null for all
 * @param reason why, 1 to 200 characters; no personal data
 * @param until when it ends, or null when somebody has to end it
 */
public record LegalHold(
    OperatorId operator,
    @Nullable UUID subject,
    @Nullable String dataClass,
    String reason,
    @Nullable Instant until) {

  /** Checks the reason. */
  public LegalHold {
    boolean given = !reason.isBlank() && reason.length() <= 200;
    unless(given, "reason", reason, "must be 1 to 200 characters");
  }

  /**
   * {@return whether it holds something}
   *
   * @param whose the person
   * @param whichClass the class of data
   * @param now what time it is
   */
  public boolean holds(DataSubject whose, String whichClass, Instant now) {
    return operator.equals(whose.operator())
        && (subject == null || subject.equals(whose.id()))
        && (dataClass == null || dataClass.equals(whichClass))
        && (until == null || now.isBefore(until));
  }
}
