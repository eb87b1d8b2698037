package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of one subject: the newest seals, all open. Immutable but for what its keys count;
 * thread-safe.
 */
public final class DataKeys {

  private final DataKey current;
  private final Map<Integer, DataKey> byId;

  /**
   * Some keys.
   *
   * @param keys at least one, each with a number of its own; the highest number is the current one
   */
  public DataKeys(List<DataKey> keys) {
    unless(!keys.isEmpty(), "keys", "(none)", "must be one or more");
    byId = keys.stream().collect(Collectors.toUnmodifiableMap(DataKey::id, key -> key));
    current = keys.stream().max(java.util.Comparator.comparingInt(DataKey::id)).orElseThrow();
  }

  /** {@return the key that seals} */
  public DataKey current() {
    return current;
  }

  /**
   * {@return the key of a number, or empty}
   *
   * @param id as a ciphertext names it
   */
  public Optional<DataKey> find(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Shows numbers, never a key. */
  @Override
  public String toString() {
    return "DataKeys[current " + current.id() + " of " + byId.size() + "]";
  }
}
