package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secret of the application.
 *
 * @param name what it is called; is shown
 * @param purposes what it is used for
 * @param value the current one
 * @param previous the one before it while that is accepted, or null
 * @param since when it became the current one
 * @param issued whether somebody else made it: its length is not judged then
 */
public record KeptSecret(
    String name,
    Set<String> purposes,
    Secret value,
    @Nullable Secret previous,
    Instant since,
    boolean issued) {

  /** Copies the collections. */
  public KeptSecret {
    purposes = Set.copyOf(purposes);
  }

  List<Secret> all() {
    return previous == null ? List.of(value) : List.of(value, previous);
  }
}
