package io.travelsuite.security.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link LoginGuard} counts tries; {@code JdbcSecurity} of travel-jdbc is one on the
 * database. All JVMs share one store and its clock. Thread-safe. When it cannot answer it throws:
 * the guard lets nobody in then.
 */
public interface LoginStore {

  /**
   * What a try is counted under.
   *
   * @param key SHA-256 of which, 64 hexadecimal digits in lower case
   * @param account the key of its account, by which it is unlocked, or null
   * @param rule how often it may be tried in vain
   */
  record Counted(String key, @Nullable String account, LoginRule rule) {}

  /** What {@link #reserve} answers: {@link Reserved} or {@link Full}. */
  sealed interface Reservation permits Reserved, Full {}

  /**
   * The try is counted.
   *
   * @param at under this time
   */
  record Reserved(Instant at) implements Reservation {}

  /**
   * There were too many; nothing is counted.
   *
   * @param retryAfter how long until another may be permitted
   */
  record Full(Duration retryAfter) implements Reservation {}

  /**
   * Counts a try as one in vain, if all rules permit it: decided and written in one step, so that
   * of any number at once no more are permitted than the rules say.
   *
   * @param counted 1 to 4, of different keys
   * @return {@link Reserved} or {@link Full}
   */
  Reservation reserve(List<Counted> counted);

  /**
   * Takes a try back that was not in vain.
   *
   * @param counted as reserved
   * @param at as reserved
   */
  void giveBack(List<Counted> counted, Instant at);

  /**
   * Forgets all tries of an account: by itself, by pair and by device.
   *
   * @param account its key
   */
  void unlock(String account);

  /**
   * Deletes what no longer counts.
   *
   * @param most how many keys at most, 1 to 300
   * @return how many
   */
  int purge(int most);
}
