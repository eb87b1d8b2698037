package io.travelsuite.jdbc.signin;

import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.Argon2Settings;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.signin.Account;
import io.travelsuite.security.signin.LoginAttempt;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import io.travelsuite.security.signin.LoginRule;
import io.travelsuite.security.signin.LoginRules;
import io.travelsuite.security.signin.LoginStore;
import io.travelsuite.security.signin.TryWindow;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A guard, and one account that tests try to sign in to: that of anna. */
final class Door implements AutoCloseable {

  static final String RIGHT = "correct horse battery staple";
  static final Duration QUARTER = Duration.ofMinutes(15);

  /** Windows alone, 5 in 15 minutes and 30 by address: the delays have tests of their own. */
  static final LoginRules FLAT = new LoginRules(rule(5), rule(30), rule(5), rule(5));

  private static final Passwords PASSWORDS =
      Passwords.of(new Argon2Settings(64, 1, 1), 16, Duration.ofMinutes(1));
  private static final String HASH = PASSWORDS.hash(RIGHT).orElseThrow();
  private static final SigningKeys KEYS =
      SigningKeys.of(Secret.of("8rV0nqL5xTz2WbKc7YdHs3JmGf9PaQe4"));

  final Gate gate = new Gate();
  final LoginGuard guard = guard(gate.security);

  private static LoginRule rule(int most) {
    return LoginRule.of(new TryWindow(most, QUARTER));
  }

  static LoginGuard guard(JdbcSecurity security) {
    return guard(security.loginTries(), FLAT);
  }

  static LoginGuard guard(LoginStore store, LoginRules rules) {
    return LoginGuard.of(store, PASSWORDS, KEYS, rules);
  }

  /** As a database finds names that folds case and accents. */
  static Optional<Account> account(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT).replace('\u00e4', 'a');
    return folded.equals("anna") ? Optional.of(new Account(Gate.ANNA, HASH)) : Optional.empty();
  }

  static LoginResult tried(LoginGuard guard, String name, String password, String address) {
    return guard.signIn(new LoginAttempt(name, password, address, null), Door::account);
  }

  /** A wrong password. */
  LoginResult wrong(String name, String address) {
    return tried(guard, name, "wrong", address);
  }

  /** The right one of anna's, by a device that is not known. */
  LoginResult right(String address) {
    return tried(guard, "anna", RIGHT, address);
  }

  /** On anna's account, by a device. */
  LoginResult byDevice(String password, String address, String device) {
    return guard.signIn(new LoginAttempt("anna", password, address, device), Door::account);
  }

  static String address(int number) {
    return "192.0.2." + number;
  }

  @Override
  public void close() {
    gate.close();
  }
}
