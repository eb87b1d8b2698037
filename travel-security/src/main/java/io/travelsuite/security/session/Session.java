package io.travelsuite.security.session;

import io.travelsuite.security.role.SubjectId;
import java.time.Duration;
import java.time.Instant;

/**
 * A session, as its owner may see it in a list; what the cookie holds is not in it, and is nowhere
 * kept.
 *
 * @param id names it
 * @param subject who is signed in
 * @param label what its owner knows it by, such as the browser's name
 * @param createdAt when they signed in
 * @param seenAt when it was last seen to be used, up to {@link Sessions#SEEN_EVERY} behind
 * @param idle it ends when it was not used for this long
 * @param expiresAt then it ends, whatever is done with it
 */
public record Session(
    SessionId id,
    SubjectId subject,
    String label,
    Instant createdAt,
    Instant seenAt,
    Duration idle,
    Instant expiresAt) {

  /**
   * {@return whether it goes on}
   *
   * @param now the store's time
   */
  public boolean isLive(Instant now) {
    return now.isBefore(expiresAt) && now.isBefore(seenAt.plus(idle));
  }
}
