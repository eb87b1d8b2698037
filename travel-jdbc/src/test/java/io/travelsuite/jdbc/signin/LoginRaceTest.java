package io.travelsuite.jdbc.signin;

import static io.travelsuite.jdbc.signin.Door.QUARTER;
import static io.travelsuite.jdbc.signin.Door.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Race;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import io.travelsuite.security.signin.LoginResult.TooManyTries;
import io.travelsuite.security.signin.LoginResult.WrongCredentials;
import io.travelsuite.security.signin.LoginStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many try at once: an answer that the password is wrong has cost a hash, any other has not. */
class LoginRaceTest {

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
  void a_hundred_wrong_tries_at_once_cost_at_most_five_hashes() {
    LoginGuard elsewhere = Door.guard(door.gate.security(4));
    List<LoginResult> results =
        Race.run(
            100,
            number ->
                Door.tried(number % 2 == 0 ? door.guard : elsewhere, "anna", "wrong", address(1)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(5);
    assertThat(results.stream().filter(TooManyTries.class::isInstance)).hasSize(95);
  }

  @Test
  void a_hundred_wrong_tries_at_once_from_a_hundred_addresses_cost_five_too() {
    List<LoginResult> results = Race.run(100, number -> door.wrong("anna", address(number)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(5);
  }

  @Test
  void a_hundred_tries_at_once_on_as_many_names_from_one_address_cost_thirty() {
    List<LoginResult> results = Race.run(100, number -> door.wrong("name" + number, address(1)));

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
    LoginGuard careless = Door.guard(new CarelessStore(40), Door.FLAT);
    List<LoginResult> results =
        Race.run(40, number -> Door.tried(careless, "anna", "wrong", address(1)));

    assertThat(results.stream().filter(WrongCredentials.class::isInstance)).hasSize(40);
  }
}
