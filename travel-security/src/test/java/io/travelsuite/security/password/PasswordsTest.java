package io.travelsuite.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final Argon2Settings CHEAP = new Argon2Settings(64, 1, 1);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String PASSWORD = "correct horse battery staple";

  private final Passwords passwords = Passwords.of(CHEAP, 2, LONG);

  private static PasswordCheck correct() {
    return new PasswordCheck.Correct(Optional.empty());
  }

  @Test
  void a_password_is_verified_and_another_is_not() {
    String hash = passwords.hash(PASSWORD).orElseThrow();

    assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain(PASSWORD);
    assertThat(passwords.verify(PASSWORD, hash)).isEqualTo(correct());
    assertThat(passwords.verify(PASSWORD + "r", hash)).isEqualTo(new PasswordCheck.Wrong());
    assertThat(passwords.hash(PASSWORD).orElseThrow()).as("its salt is new").isNotEqualTo(hash);
  }

  @Test
  void a_password_typed_on_another_keyboard_is_the_same() {
    String hash = passwords.hash("p\u00e4ssw\u00f6rd").orElseThrow();

    assertThat(passwords.verify("pa\u0308sswo\u0308rd", hash)).isEqualTo(correct());
  }

  @Test
  void the_usual_cost_is_that_of_the_owasp_cheat_sheet() {
    String hash = Passwords.create().hash(PASSWORD).orElseThrow();

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void a_hash_of_another_scheme_or_cost_is_upgraded_when_it_is_matched() {
    String bcrypt = "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";
    String older = Passwords.of(new Argon2Settings(32, 1, 1), 1, LONG).hash("a").orElseThrow();
    for (String stored : List.of(bcrypt, older)) {
      PasswordCheck check = passwords.verify("a", stored);
      assertThat(check).isInstanceOf(PasswordCheck.Correct.class);
      String upgraded = ((PasswordCheck.Correct) check).upgrade().orElseThrow();
      assertThat(passwords.verify("a", upgraded)).isEqualTo(correct());
      assertThat(passwords.verify("b", stored)).isEqualTo(new PasswordCheck.Wrong());
    }
  }

  @Test
  void an_unknown_user_and_an_unreadable_hash_are_answered_as_a_wrong_password_is() {
    for (String stored : new String[] {null, "", "!unusable", "plain"}) {
      assertThat(passwords.verify(PASSWORD, stored)).isEqualTo(new PasswordCheck.Wrong());
    }
    assertThat(passwords.verify("", null)).isEqualTo(new PasswordCheck.Wrong());
  }

  /** Of twenty each in turn, the median: a factor of two would be a list of the users. */
  @Test
  void an_unknown_user_costs_the_same_time() {
    Passwords costly = Passwords.of(new Argon2Settings(2048, 2, 1), 2, LONG);
    String hash = costly.hash(PASSWORD).orElseThrow();
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    List<Long> cheap = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      known.add(nanos(() -> costly.verify("wrong", hash)));
      unknown.add(nanos(() -> costly.verify("wrong", null)));
      cheap.add(nanos(() -> passwords.verify("wrong", null)));
    }
    assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
    assertThat(median(cheap)).as("control: a cheap one shows").isLessThan(median(known) / 2);
  }

  private static long nanos(Runnable work) {
    long before = System.nanoTime();
    work.run();
    return System.nanoTime() - before;
  }

  private static long median(List<Long> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }

  @Test
  void an_endless_password_is_wrong_and_not_hashed() {
    String hash = passwords.hash(PASSWORD).orElseThrow();

    assertThat(passwords.verify("x".repeat(10_000_000), hash)).isEqualTo(new PasswordCheck.Wrong());
    assertThatThrownBy(() -> passwords.hash("x".repeat(1025)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void beyond_so_many_at_once_one_is_told_that_hashing_is_busy() throws Exception {
    Passwords one = Passwords.of(new Argon2Settings(65_536, 8, 1), 1, Duration.ZERO);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<HashResult> slow =
          other.submit(
              () -> {
                begun.countDown();
                return one.hash(PASSWORD);
              });
      begun.await();
      boolean busy = false;
      while (!slow.isDone() && !busy) {
        busy = one.verify("a", "$2x$") instanceof HashingBusy;
      }
      assertThat(busy || slow.get() instanceof HashingBusy).isTrue();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void no_answer_prints_a_hash() {
    HashResult hashed = passwords.hash(PASSWORD);
    PasswordCheck upgraded =
        Passwords.of(CHEAP, 1, LONG).verify("a", passwords.hash("a").orElseThrow());

    assertThat(hashed + " " + upgraded + " " + StoredHash.parse(hashed.orElseThrow()))
        .doesNotContain("$argon2id");
  }
}
