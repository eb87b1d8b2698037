package io.travelsuite.security.readiness;

import io.travelsuite.TravelException;
import java.io.Serial;
import java.util.List;

/** A deployment has errors and must not start in production. */
public final class NotReadyException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** The errors' ids. */
  private final List<String> ids;

  /**
   * Of errors by their ids.
   *
   * @param ids at least one
   */
  public NotReadyException(List<String> ids) {
    super("not ready for production: " + String.join(", ", ids), null);
    this.ids = List.copyOf(ids);
  }

  /** {@return the ids of the checks that found an error} */
  public List<String> ids() {
    return ids;
  }
}
