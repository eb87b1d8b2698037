package io.travelsuite.security.signin;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.HashingBusy;
import io.travelsuite.security.password.PasswordCheck;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.role.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets people sign in by password, and stops those who try passwords. A try is counted as one in
 * vain before its password is looked at, and taken back when it was right: a hundred tries at once
 * cost no more hashes than the rules permit, in however many JVMs.
 *
 * <p>What is counted: the account, the address, and the two together, each by rolling windows and
 * delays that grow ({@link LoginRules}). A device that was signed in to the account before shows a
 * signed cookie and is counted by itself alone (the device cookies of OWASP), so that a botnet
 * locks out none but strangers. An empty name is never counted. Names that nobody has are counted,
 * delayed and hashed for as others are, so that no answer and no time tells them apart.
 *
 * <p>When the store cannot answer, its {@link io.travelsuite.StorageException} comes through and
 * nobody signs in: over HTTP, 503. Thread-safe.
 */
public final class LoginGuard {

  private static final int LONGEST_NAME = 320;

  private final LoginStore store;
  private final Passwords passwords;
  private final DeviceCookies devices;
  private final CountingKeys counting;

  private LoginGuard(
      LoginStore store, Passwords passwords, DeviceCookies devices, CountingKeys counting) {
    this.store = store;
    this.passwords = passwords;
    this.devices = devices;
    this.counting = counting;
  }

  /**
   * A guard.
   *
   * @param store where tries are counted
   * @param passwords what verifies them
   * @param keys what device cookies are signed by, for the purpose {@code device}
   * @param rules how often may be tried in vain, the same in all JVMs
   * @return the guard, to be shared
   */
  public static LoginGuard of(
      LoginStore store, Passwords passwords, SigningKeys keys, LoginRules rules) {
    return new LoginGuard(
        store, passwords, new DeviceCookies(keys.signer("device")), new CountingKeys(rules));
  }

  /**
   * Somebody tries to sign in. To be called in no transaction: hashing takes a while.
   *
   * @param attempt what was typed and where
   * @param accounts finds the account of a name as it was typed; should take as long whether there
   *     is one or not
   * @return {@link LoginResult.SignedIn}, {@link LoginResult.WrongCredentials}, {@link
   *     LoginResult.TooManyTries} or {@link LoginResult.Busy}
   */
  public LoginResult signIn(LoginAttempt attempt, Function<String, Optional<Account>> accounts) {
    unless(!attempt.address().isBlank(), "address", attempt.address(), "must not be blank");
    if (attempt.name().isBlank() || attempt.name().length() > LONGEST_NAME) {
      return new LoginResult.WrongCredentials(); // nobody's: there is nothing to count
    }
    Optional<Account> account = accounts.apply(attempt.name());
    Optional<String> device =
        account.flatMap(known -> devices.device(attempt.device(), known.subject()));
    List<LoginStore.Counted> counted = counting.of(attempt, account, device);
    LoginStore.Reservation reservation = store.reserve(counted);
    if (reservation instanceof LoginStore.Full full) {
      return new LoginResult.TooManyTries(full.retryAfter());
    }
    Instant at = ((LoginStore.Reserved) reservation).at();
    PasswordCheck check =
        passwords.verify(attempt.password(), account.map(Account::passwordHash).orElse(null));
    if (!(check instanceof PasswordCheck.Wrong)) {
      store.giveBack(counted, at);
    }
    return answer(check, account, device);
  }

  private LoginResult answer(
      PasswordCheck check, Optional<Account> account, Optional<String> device) {
    if (check instanceof HashingBusy) {
      return new LoginResult.Busy();
    }
    if (check instanceof PasswordCheck.Correct correct && account.isPresent()) {
      SubjectId subject = account.get().subject();
      return new LoginResult.SignedIn(subject, correct.upgrade(), devices.issue(subject, device));
    }
    return new LoginResult.WrongCredentials();
  }

  /**
   * Forgets all tries on an account, from wherever: for an operator, who has made sure who asks.
   *
   * @param subject whose account
   */
  public void unlock(SubjectId subject) {
    store.unlock(CountingKeys.key(subject));
  }

  /**
   * Deletes what no longer counts; to be called now and then.
   *
   * @param most how many keys at most, 1 to 300
   * @return how many
   */
  public int purge(int most) {
    return store.purge(most);
  }
}
