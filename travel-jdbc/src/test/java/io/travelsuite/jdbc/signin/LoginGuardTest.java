package io.travelsuite.jdbc.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.StorageException;
import io.travelsuite.jdbc.Race;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.Argon2Settings;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.signin.Account;
import io.travelsuite.security.signin.LoginAttempt;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import io.travelsuite.security.signin.LoginResult.SignedIn;
import io.travelsuite.security.signin.LoginResult.TooManyTries;
import io.travelsuite.security.signin.LoginResult.WrongCredentials;
import io.travelsuite.security.signin.LoginRule;
import io.travelsuite.security.signin.LoginRules;
import io.travelsuite.security.signin.LoginStore;
import io.travelsuite.security.signin.TryWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

  private static final String RIGHT = "correct horse battery staple";
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Passwords PASSWORDS =
      Passwords.of(new Argon2Settings(64, 1, 1), 16, Duration.ofMinutes(1));
  private static final String HASH = PASSWORDS.hash(RIGHT).orElseThrow();
  private static final SigningKeys KEYS =
      SigningKeys.of(Secret.of("8rV0nqL5xTz2WbKc7YdHs3JmGf9PaQe4"));

  /** Windows alone: the delays have tests of their own. */
  private static final LoginRules FLAT =
      new LoginRules(rule(5), rule(30), rule(5), rule(5));

  private Gate gate;
  private LoginGuard guard;

  private static LoginRule rule(int most) {
    return LoginRule.of(new TryWindow(most, QUARTER));
  }

  @BeforeEach
  void open() {
    gate = new Gate();
    guard = LoginGuard.of(gate.security.loginTries(), PASSWORDS, KEYS, FLAT);
  }

  @AfterEach
  void close() {
    gate.close();
  }

  /** As a database finds names that folds case and accents. */
  private static Optional<Account> account(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT).replace('\u00e4', 'a');
    return folded.equals("anna") ? Optional.of(new Account(Gate.ANNA, HASH)) : Optional.empty();
  }

  private LoginResult tried(String name, String password, String address, String device) {
    LoginAttempt attempt = new LoginAttempt(name, password, address, device);
    return guard.signIn(attempt, LoginGuardTest::account);
  }

  private LoginResult wrong(String name, String address) {
    return tried(name, "wrong", address, null);
  }

  private LoginResult right(String address) {
    return tried("anna", RIGHT, address, null);
  }

  private static String address(int number) {
    return "192.0.2." + number;
  }

  @Test
  void a_hundred_wrong_tries_at_once_cost_at_most_five_hashes() {
    LoginGuard elsewhere =
        LoginGuard.of(gate.security(4).loginTries(), PASSWORDS, KEYS, FLAT);
    LoginAttempt attempt = new LoginAttempt("anna", "wrong", address(1), null);
    List<LoginResult> results =
        Race.run(
            100,
            number ->
                (number % 2 == 0 ? guard : elsewhere).signIn(attempt, LoginGuardTest::account));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(5);
    assertThat(results.stream().filter(TooManyTries.class::isInstance)).hasSize(95);
  }

  @Test
  void a_hundred_wrong_tries_at_once_from_a_hundred_addresses_cost_five_too() {
    List<LoginResult> results = Race.run(100, number -> wrong("anna", address(number)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(5);
  }

  @Test
  void a_hundred_tries_at_once_on_as_many_names_from_one_address_cost_thirty() {
    List<LoginResult> results = Race.run(100, number -> wrong("name" + number, address(1)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(30);
  }

  /** Looks, lets the others look, and counts: what a guard would do that is not atomic. */
  private static final class CarelessStore implements LoginStore {

    private final AtomicInteger tries = new AtomicInteger();
    private final CyclicBarrier looked;

    CarelessStore(int threads) {
      looked = new CyclicBarrier(threads);
    }

    @Override
    public Reservation reserve(List<Counted> counted) {
      boolean full = tries.get() >= 5;
      try {
        looked.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      tries.incrementAndGet();
      return full ? new Full(QUARTER) : new Reserved(Instant.EPOCH);
    }

    @Override
    public void giveBack(List<Counted> counted, Instant at) {
      tries.decrementAndGet();
    }

    @Override
    public void unlock(String account) {
      tries.set(0);
    }

    @Override
    public int purge(int most) {
      return 0;
    }
  }

  @Test
  void control_a_store_that_looks_before_it_counts_lets_all_through() {
    guard = LoginGuard.of(new CarelessStore(40), PASSWORDS, KEYS, FLAT);
    List<LoginResult> results = Race.run(40, number -> wrong("anna", address(1)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(40);
  }

  @Test
  void the_window_rolls_and_tries_that_are_refused_do_not_count() {
    for (int i = 0; i < 5; i++) {
      assertThat(wrong("anna", address(1))).isEqualTo(new WrongCredentials());
      gate.clock.advance(Duration.ofMinutes(1));
    }
    for (int i = 0; i < 50; i++) {
      assertThat(right(address(1))).isEqualTo(new TooManyTries(Duration.ofMinutes(10)));
    }
    gate.clock.advance(Duration.ofMinutes(10).minusNanos(1000));
    assertThat(right(address(1))).isInstanceOf(TooManyTries.class);
    gate.clock.advance(Duration.ofNanos(1000));
    assertThat(right(address(1))).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_right_password_counts_for_nothing_and_forgives_nothing() {
    for (int i = 0; i < 20; i++) {
      assertThat(right(address(1))).isInstanceOf(SignedIn.class);
    }
    for (int i = 0; i < 4; i++) {
      wrong("anna", address(1));
    }
    assertThat(right(address(1))).isInstanceOf(SignedIn.class);
    wrong("anna", address(1));
    assertThat(right(address(1))).as("five within the window").isInstanceOf(TooManyTries.class);
  }

  @Test
  void the_delays_grow_with_the_tries_of_a_day() {
    guard = LoginGuard.of(gate.security.loginTries(), PASSWORDS, KEYS, LoginRules.DEFAULT);
    Duration[] delays = new Duration[3];
    for (int i = 0; i < 3; i++) {
      wrong("anna", address(1));
    }
    for (int i = 0; i < 2; i++) {
      delays[i] = ((TooManyTries) wrong("anna", address(1))).retryAfter();
      gate.clock.advance(delays[i]);
      assertThat(wrong("anna", address(1))).isEqualTo(new WrongCredentials());
    }
    gate.clock.advance(QUARTER);
    assertThat(delays[0]).isEqualTo(Duration.ofSeconds(1));
    assertThat(delays[1]).isEqualTo(Duration.ofSeconds(2));
    assertThat(wrong("anna", address(1))).isEqualTo(new WrongCredentials());
    delays[2] = ((TooManyTries) wrong("anna", address(1))).retryAfter();
    assertThat(delays[2]).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void a_botnet_does_not_lock_out_a_device_that_was_signed_in_before() {
    String device = ((SignedIn) right(address(1))).device().text();
    for (int i = 0; i < 20; i++) {
      wrong("anna", address(100 + i));
    }
    assertThat(right(address(1))).as("control: a device that was not").isInstanceOf(TooManyTries.class);
    LoginResult known = tried("anna", RIGHT, address(1), device);
    assertThat(known).isInstanceOf(SignedIn.class);
    assertThat(((SignedIn) known).device().text()).isEqualTo(device);
  }

  @Test
  void a_device_has_tries_of_its_own_and_no_more() {
    String device = ((SignedIn) right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", "wrong", address(i), device)).isEqualTo(new WrongCredentials());
    }
    assertThat(tried("anna", RIGHT, address(9), device)).isInstanceOf(TooManyTries.class);
    assertThat(right(address(9))).as("it counted for itself alone").isInstanceOf(SignedIn.class);
  }

  @Test
  void a_forged_device_cookie_is_that_of_a_stranger() {
    String device = ((SignedIn) right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      wrong("anna", address(1));
    }
    String forged = (device.charAt(0) == 'A' ? "B" : "A") + device.substring(1);
    for (String cookie : List.of(forged, "", "x", device + "x", "\u00e9".repeat(66))) {
      assertThat(tried("anna", RIGHT, address(1), cookie)).isInstanceOf(TooManyTries.class);
    }
    assertThat(tried("anna", RIGHT, address(1), device)).as("control").isInstanceOf(SignedIn.class);
  }

  @Test
  void a_name_that_nobody_has_is_answered_as_one_that_somebody_has() {
    for (int i = 0; i < 5; i++) {
      assertThat(wrong("nobody", address(1))).isEqualTo(wrong("anna", address(2)));
    }
    assertThat(wrong("nobody", address(1))).isEqualTo(wrong("anna", address(2)));
    assertThat(wrong("nobody", address(1))).isEqualTo(new TooManyTries(QUARTER));
  }

  @Test
  void a_name_written_otherwise_is_not_another_account() {
    String[] forms = {"anna", "ANNA", " anna ", "\u00e4nna", "Anna"};
    for (String form : forms) {
      assertThat(wrong(form, address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(wrong("aNNa", address(1))).isInstanceOf(TooManyTries.class);
    String[] unknown = {"bodo", "BODO", " bodo ", "b\u00f6do", "bo\u0308do"};
    for (String form : unknown) {
      assertThat(wrong(form, address(2))).isEqualTo(new WrongCredentials());
    }
    assertThat(wrong("Bodo", address(2))).isInstanceOf(TooManyTries.class);
  }

  @Test
  void an_empty_name_is_never_counted() {
    for (int i = 0; i < 100; i++) {
      assertThat(wrong(i % 2 == 0 ? "" : "  ", address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(gate.fixture.rows().number("SELECT COUNT(*) FROM travel_login_tries")).isZero();
    assertThat(right(address(1))).isInstanceOf(SignedIn.class);
  }

  @Test
  void an_operator_unlocks_an_account_wherever_it_was_tried() {
    String device = ((SignedIn) right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      wrong("anna", address(1));
      tried("anna", "wrong", address(1), device);
    }
    assertThat(right(address(1))).isInstanceOf(TooManyTries.class);

    guard.unlock(Gate.ANNA);

    assertThat(right(address(1))).isInstanceOf(SignedIn.class);
    assertThat(tried("anna", RIGHT, address(1), device)).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_store_that_is_down_lets_nobody_in() {
    gate.fixture.rows().update("DROP TABLE travel_login_tries");

    assertThatThrownBy(() -> right(address(1))).isInstanceOf(StorageException.class);
  }

  @Test
  void a_dump_of_the_table_holds_no_name_address_or_password() {
    wrong("anna", "198.51.100.77");
    String dump = gate.dump("travel_login_tries", "key_hash", "account_hash", "tries");

    assertThat(dump).doesNotContain("anna", "user-17", "198.51.100.77", "wrong");
    LoginAttempt attempt = new LoginAttempt("anna", "hunter2hunter2", address(1), "cookie");
    assertThat(attempt + " " + account("anna")).doesNotContain("hunter2", "cookie", "$argon2id");
  }

  @Test
  void what_no_longer_counts_is_purged() {
    wrong("anna", address(1));
    assertThat(guard.purge(10)).isZero();
    gate.clock.advance(QUARTER);
    assertThat(guard.purge(2)).isEqualTo(2);
    assertThat(guard.purge(10)).isEqualTo(1);
    assertThat(gate.fixture.rows().number("SELECT COUNT(*) FROM travel_login_tries")).isZero();
  }

  @Test
  void the_databases_clock_counts_where_no_other_is_given() {
    guard = LoginGuard.of(gate.onDatabaseClock().loginTries(), PASSWORDS, KEYS, FLAT);
    for (int i = 0; i < 5; i++) {
      assertThat(wrong("anna", address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(wrong("anna", address(1))).isInstanceOf(TooManyTries.class);
  }
}
