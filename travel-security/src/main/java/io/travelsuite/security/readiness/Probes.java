package io.travelsuite.security.readiness;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The probes that a host hands over. One that is missing though it is needed is a finding. A probe
 * is called on the executor's thread, may throw, and is interrupted when it takes too long.
 * Immutable.
 */
public final class Probes {

  private final Map<Look<?>, Callable<?>> byLook;

  private Probes(Map<Look<?>, Callable<?>> byLook) {
    this.byLook = Map.copyOf(byLook);
  }

  /** {@return no probes} */
  public static Probes none() {
    return new Probes(Map.of());
  }

  /**
   * {@return these probes and one more, or another in its place}
   *
   * @param <T> what it answers
   * @param look what it looks at
   * @param probe looks; must not answer null
   */
  public <T> Probes with(Look<T> look, Callable<? extends T> probe) {
    Map<Look<?>, Callable<?>> more = new HashMap<>(byLook);
    more.put(look, probe);
    return new Probes(more);
  }

  @Nullable Callable<?> of(Look<?> look) {
    return byLook.get(look);
  }
}
