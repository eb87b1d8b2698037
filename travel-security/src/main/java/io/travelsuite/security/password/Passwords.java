package io.travelsuite.security.password;

import static io.travelsuite.InvalidRequestException.unless;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and verifies passwords: new ones by Argon2id (RFC 9106), and what other systems stored by
 * bcrypt or Django's PBKDF2, which is upgraded as its owners sign in. Needs {@code bcprov-jdk18on}
 * on the class path, an optional dependency.
 *
 * <p>So many passwords are hashed at once and no more: each takes 19 MiB and a core, and a flood of
 * sign-ins must not take all. One that would wait too long is answered {@link HashingBusy}.
 *
 * <p>Passwords are compared as NFKC (RFC 8265 would say NFC; NFKC also joins the full-width forms
 * of East Asian keyboards), with those of other systems as they were typed. One of more than 1,024
 * characters is wrong at the usual cost, whatever is stored.
 *
 * <p>Thread-safe; starts no thread.
 */
public final class Passwords {

  private static final int MOST_CHARACTERS = 1024;
  private static final int MOST_AT_ONCE = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SecureRandom random = new SecureRandom();
  private final Argon2Settings settings;
  private final Semaphore places;
  private final Duration patience;
  private final Argon2id nobody;

  private Passwords(Argon2Settings settings, int atOnce, Duration patience) {
    this.settings = settings;
    places = new Semaphore(atOnce, true);
    this.patience = patience;
    nobody = Argon2id.ofNobody(settings);
  }

  /**
   * {@return passwords at the usual cost, as many at once as there are processors, each waiting for
   * at most two seconds}
   */
  public static Passwords create() {
    return of(Argon2Settings.DEFAULT, Runtime.getRuntime().availableProcessors(), PATIENCE);
  }

  /**
   * Passwords at a cost.
   *
   * @param settings what a new hash costs
   * @param atOnce how many are hashed at once, 1 to 1,024; each takes the memory of the settings
   * @param patience how long one waits for its turn, 0 to 1 minute
   * @return the passwords, to be shared: the limit is of one instance
   */
  public static Passwords of(Argon2Settings settings, int atOnce, Duration patience) {
    unless(atOnce >= 1 && atOnce <= MOST_AT_ONCE, "atOnce", atOnce, "must be 1 to 1,024");
    boolean fits = !patience.isNegative() && patience.compareTo(Duration.ofMinutes(1)) <= 0;
    unless(fits, "patience", patience, "must be 0 to 1 minute");
    return new Passwords(settings, atOnce, patience);
  }

  /**
   * Hashes a new password, which a {@link PasswordPolicy} was asked about before.
   *
   * @param password not empty, at most 1,024 characters
   * @return {@link HashResult.Hashed} or {@link HashingBusy}
   */
  public HashResult hash(String password) {
    boolean fits = !password.isEmpty() && password.length() <= MOST_CHARACTERS;
    unless(fits, "password", "(hidden)", "must have 1 to 1,024 characters");
    Optional<HashResult> hashed = inTurn(() -> new HashResult.Hashed(newHash(password)));
    return hashed.orElseGet(HashingBusy::new);
  }

  private String newHash(String password) {
    return Argon2id.of(password, settings, random).text();
  }

  /**
   * Verifies a password. Takes as long when nobody of that name is known: pass null then, and a
   * hash that nobody has is compared with, so that time does not tell who has an account. (What
   * another system stored takes the time of its own scheme until its owner signs in.)
   *
   * @param password as it was typed, of any length
   * @param stored the hash as it is stored, or null if there is none
   * @return {@link PasswordCheck.Correct}, {@link PasswordCheck.Wrong} or {@link HashingBusy}
   */
  public PasswordCheck verify(String password, @Nullable String stored) {
    Optional<StoredHash> known =
        Optional.ofNullable(stored)
            .filter(hash -> !password.isEmpty() && password.length() <= MOST_CHARACTERS)
            .flatMap(StoredHash::parse);
    Optional<PasswordCheck> checked = inTurn(() -> compare(password, known));
    return checked.orElseGet(HashingBusy::new);
  }

  private PasswordCheck compare(String password, Optional<StoredHash> known) {
    if (known.isEmpty()) {
      nobody.matches(password.length() <= MOST_CHARACTERS ? password : "");
      return new PasswordCheck.Wrong();
    }
    StoredHash hash = known.get();
    if (!hash.matches(password)) {
      return new PasswordCheck.Wrong();
    }
    return new PasswordCheck.Correct(
        isUsual(hash) ? Optional.empty() : Optional.of(newHash(password)));
  }

  private boolean isUsual(StoredHash hash) {
    return hash instanceof Argon2id argon2 && argon2.settings().equals(settings);
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      places.release();
    }
  }
}
