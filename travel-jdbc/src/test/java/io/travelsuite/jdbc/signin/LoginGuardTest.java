package io.travelsuite.jdbc.signin;

import static io.travelsuite.jdbc.signin.Door.QUARTER;
import static io.travelsuite.jdbc.signin.Door.RIGHT;
import static io.travelsuite.jdbc.signin.Door.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.StorageException;
import io.travelsuite.security.signin.LoginAttempt;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import io.travelsuite.security.signin.LoginResult.SignedIn;
import io.travelsuite.security.signin.LoginResult.TooManyTries;
import io.travelsuite.security.signin.LoginResult.WrongCredentials;
import io.travelsuite.security.signin.LoginRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

  private Door door;

  @BeforeEach
  void open() {
    door = new Door();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void the_window_rolls_and_tries_that_are_refused_do_not_count() {
    for (int i = 0; i < 5; i++) {
      assertThat(door.wrong("anna", address(1))).isEqualTo(new WrongCredentials());
      door.gate.clock.advance(Duration.ofMinutes(1));
    }
    for (int i = 0; i < 50; i++) {
      assertThat(door.right(address(1))).isEqualTo(new TooManyTries(Duration.ofMinutes(10)));
    }
    door.gate.clock.advance(Duration.ofMinutes(10).minusNanos(1000));
    assertThat(door.right(address(1))).isInstanceOf(TooManyTries.class);
    door.gate.clock.advance(Duration.ofNanos(1000));
    assertThat(door.right(address(1))).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_right_password_counts_for_nothing_and_forgives_nothing() {
    for (int i = 0; i < 20; i++) {
      assertThat(door.right(address(1))).isInstanceOf(SignedIn.class);
    }
    for (int i = 0; i < 4; i++) {
      door.wrong("anna", address(1));
    }
    assertThat(door.right(address(1))).isInstanceOf(SignedIn.class);
    door.wrong("anna", address(1));
    assertThat(door.right(address(1)))
        .as("five within the window")
        .isInstanceOf(TooManyTries.class);
  }

  @Test
  void the_delays_grow_with_the_tries_of_a_day() {
    LoginGuard guard = Door.guard(door.gate.security.loginTries(), LoginRules.DEFAULT);
    Duration[] delays = new Duration[3];
    for (int i = 0; i < 3; i++) {
      Door.tried(guard, "anna", "wrong", address(1));
    }
    for (int i = 0; i < 2; i++) {
      delays[i] = ((TooManyTries) Door.tried(guard, "anna", "wrong", address(1))).retryAfter();
      door.gate.clock.advance(delays[i]);
      assertThat(Door.tried(guard, "anna", "wrong", address(1))).isEqualTo(new WrongCredentials());
    }
    door.gate.clock.advance(QUARTER);
    assertThat(delays[0]).isEqualTo(Duration.ofSeconds(1));
    assertThat(delays[1]).isEqualTo(Duration.ofSeconds(2));
    assertThat(Door.tried(guard, "anna", "wrong", address(1))).isEqualTo(new WrongCredentials());
    delays[2] = ((TooManyTries) Door.tried(guard, "anna", "wrong", address(1))).retryAfter();
    assertThat(delays[2]).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void a_botnet_does_not_lock_out_a_device_that_was_signed_in_before() {
    String device = ((SignedIn) door.right(address(1))).device().text();
    for (int i = 0; i < 20; i++) {
      door.wrong("anna", address(100 + i));
    }
    assertThat(door.right(address(1)))
        .as("control: a device that was not")
        .isInstanceOf(TooManyTries.class);
    LoginResult known = door.byDevice(RIGHT, address(1), device);
    assertThat(known).isInstanceOf(SignedIn.class);
    assertThat(((SignedIn) known).device().text()).isEqualTo(device);
  }

  @Test
  void a_device_has_tries_of_its_own_and_no_more() {
    String device = ((SignedIn) door.right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      assertThat(door.byDevice("wrong", address(i), device)).isEqualTo(new WrongCredentials());
    }
    assertThat(door.byDevice(RIGHT, address(9), device)).isInstanceOf(TooManyTries.class);
    assertThat(door.right(address(9)))
        .as("it counted for itself alone")
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void a_forged_device_cookie_is_that_of_a_stranger() {
    String device = ((SignedIn) door.right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      door.wrong("anna", address(1));
    }
    String forged = (device.charAt(0) == 'A' ? "B" : "A") + device.substring(1);
    for (String cookie : List.of(forged, "", "x", device + "x", "\u00e9".repeat(66))) {
      assertThat(door.byDevice(RIGHT, address(1), cookie)).isInstanceOf(TooManyTries.class);
    }
    assertThat(door.byDevice(RIGHT, address(1), device)).as("control").isInstanceOf(SignedIn.class);
  }

  @Test
  void a_name_that_nobody_has_is_answered_as_one_that_somebody_has() {
    for (int i = 0; i < 5; i++) {
      assertThat(door.wrong("nobody", address(1))).isEqualTo(door.wrong("anna", address(2)));
    }
    assertThat(door.wrong("nobody", address(1))).isEqualTo(door.wrong("anna", address(2)));
    assertThat(door.wrong("nobody", address(1))).isEqualTo(new TooManyTries(QUARTER));
  }

  @Test
  void a_name_written_otherwise_is_not_another_account() {
    String[] forms = {"anna", "ANNA", " anna ", "\u00e4nna", "Anna"};
    for (String form : forms) {
      assertThat(door.wrong(form, address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(door.wrong("aNNa", address(1))).isInstanceOf(TooManyTries.class);
    String[] unknown = {"bodo", "BODO", " bodo ", "b\u00f6do", "bo\u0308do"};
    for (String form : unknown) {
      assertThat(door.wrong(form, address(2))).isEqualTo(new WrongCredentials());
    }
    assertThat(door.wrong("Bodo", address(2))).isInstanceOf(TooManyTries.class);
  }

  @Test
  void an_empty_name_is_never_counted() {
    for (int i = 0; i < 100; i++) {
      assertThat(door.wrong(i % 2 == 0 ? "" : "  ", address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(door.gate.fixture.rows().number("SELECT COUNT(*) FROM travel_login_tries")).isZero();
    assertThat(door.right(address(1))).isInstanceOf(SignedIn.class);
  }

  @Test
  void an_operator_unlocks_an_account_wherever_it_was_tried() {
    String device = ((SignedIn) door.right(address(1))).device().text();
    for (int i = 0; i < 5; i++) {
      door.wrong("anna", address(1));
      door.byDevice("wrong", address(1), device);
    }
    assertThat(door.right(address(1))).isInstanceOf(TooManyTries.class);

    door.guard.unlock(Gate.ANNA);

    assertThat(door.right(address(1))).isInstanceOf(SignedIn.class);
    assertThat(door.byDevice(RIGHT, address(1), device)).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_store_that_is_down_lets_nobody_in() {
    door.gate.fixture.rows().update("DROP TABLE travel_login_tries");

    assertThatThrownBy(() -> door.right(address(1))).isInstanceOf(StorageException.class);
  }

  @Test
  void a_dump_of_the_table_holds_no_name_address_or_password() {
    door.wrong("anna", "198.51.100.77");
    String dump = door.gate.dump("travel_login_tries", "key_hash", "account_hash", "tries");

    assertThat(dump).doesNotContain("anna", "user-17", "198.51.100.77", "wrong");
    LoginAttempt attempt = new LoginAttempt("anna", "hunter2hunter2", address(1), "cookie");
    assertThat(attempt + " " + Door.account("anna"))
        .doesNotContain("hunter2", "cookie", "$argon2id");
  }

  @Test
  void what_no_longer_counts_is_purged() {
    door.wrong("anna", address(1));
    assertThat(door.guard.purge(10)).isZero();
    door.gate.clock.advance(QUARTER);
    assertThat(door.guard.purge(2)).isEqualTo(2);
    assertThat(door.guard.purge(10)).isEqualTo(1);
    assertThat(door.gate.fixture.rows().number("SELECT COUNT(*) FROM travel_login_tries")).isZero();
  }

  @Test
  void the_databases_clock_counts_where_no_other_is_given() {
    LoginGuard guard = Door.guard(door.gate.onDatabaseClock());
    for (int i = 0; i < 5; i++) {
      assertThat(Door.tried(guard, "anna", "wrong", address(1))).isEqualTo(new WrongCredentials());
    }
    assertThat(Door.tried(guard, "anna", "wrong", address(1))).isInstanceOf(TooManyTries.class);
  }
}
