package io.travelsuite.security.secret;

import io.travelsuite.TravelException;
import java.io.Serial;
import java.util.List;

/** Required secrets are in no source. Names them all at once. */
public final class MissingSecretsException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** What is missing. */
  private final List<String> names;

  /**
   * The names that were looked for in vain.
   *
   * @param names at least one
   */
  public MissingSecretsException(List<String> names) {
    super("required secrets are missing: " + String.join(", ", names), null);
    this.names = List.copyOf(names);
  }

  /** {@return the missing names, in the order they were required} */
  public List<String> names() {
    return names;
  }
}
