package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

  private static final Secret DATA_KEY = Samples.key(77);

  private final KeyRing ring = Samples.ring();
  @TempDir private Path folder;

  private Path file(String text, String permissions) throws IOException {
    Path file = folder.resolve("keys");
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private static String base64(int number) {
    return Base64.getEncoder().encodeToString(Samples.key(number).bytes());
  }

  @Test
  void a_ring_unwraps_what_it_wrapped_for_the_same_context_alone() {
    WrappedKey wrapped = ring.wrap(DATA_KEY, "one");
    assertThat(ring.unwrap(wrapped, "one")).isEqualTo(DATA_KEY);
    refused(ring, wrapped, "two");
    KeyRing two = KeyRing.of("b", Map.of("a", Samples.key(9), "b", Samples.key(1)));
    refused(two, wrapped, "one");
    refused(two, new WrappedKey("b", wrapped.text()), "one");
    refused(ring, new WrappedKey("c", wrapped.text()), "one");
    for (String text : List.of("x", "A".repeat(80), wrapped.text().substring(1) + "A")) {
      refused(ring, new WrappedKey("a", text), "one");
    }
  }

  private static void refused(KeyEncryption by, WrappedKey wrapped, String context) {
    assertThatThrownBy(() -> by.unwrap(wrapped, context))
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageNotContaining(wrapped.text());
  }

  @Test
  void a_file_gives_a_ring_whose_first_key_is_the_current_one() throws IOException {
    String text = "# keys\n\n2026-11 " + base64(2) + "\n2025-11 " + base64(1) + "\n";
    KeyRing read = KeyRing.read(file(text, "rw-------"));
    assertThat(read.currentId()).isEqualTo("2026-11");
    WrappedKey earlier =
        KeyRing.of("2025-11", Map.of("2025-11", Samples.key(1))).wrap(DATA_KEY, "c");
    assertThat(read.unwrap(earlier, "c")).isEqualTo(DATA_KEY);
    assertThat(read.toString()).isEqualTo("KeyRing[2026-11]");
  }

  @Test
  void a_file_of_another_form_or_for_others_to_read_is_refused_and_not_shown() throws IOException {
    for (String text :
        List.of("", "a", "a canary-key", "a " + base64(1) + " x", "a Y2FuYXJ5", "# only")) {
      bad(file(text, "rw-------"));
    }
    bad(file("a " + base64(1) + "\na " + base64(2), "rw-------"));
    bad(file("a " + base64(1), "rw-r--r--"));
    assertThatThrownBy(() -> KeyRing.read(folder.resolve("none")))
        .isInstanceOf(KeyUnavailableException.class);
  }

  private static void bad(Path file) {
    assertThatThrownBy(() -> KeyRing.read(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining(base64(1));
  }

  @Test
  void a_keystore_gives_a_ring() throws Exception {
    KeyStore keystore = KeyStore.getInstance("PKCS12");
    char[] password = "keystore-canary".toCharArray();
    keystore.load(null, password);
    SecretKeySpec aes = new SecretKeySpec(Samples.key(1).bytes(), "AES");
    keystore.setEntry(
        "a", new KeyStore.SecretKeyEntry(aes), new KeyStore.PasswordProtection(password));
    KeyRing stored = KeyRing.of(keystore, Secret.of("keystore-canary"), "a");
    assertThat(stored.unwrap(ring.wrap(DATA_KEY, "c"), "c")).isEqualTo(DATA_KEY);
    assertThatThrownBy(() -> KeyRing.of(keystore, Secret.of("wrong-canary"), "a"))
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessageNotContaining("canary");
  }

  /** Counts how often a server would be asked. */
  private static final class Counted implements KeyEncryption {
    private final KeyEncryption ring;
    private int wraps;
    private int unwraps;

    Counted(KeyEncryption ring) {
      this.ring = ring;
    }

    @Override
    public WrappedKey wrap(Secret key, String context) {
      wraps++;
      return ring.wrap(key, context);
    }

    @Override
    public Secret unwrap(WrappedKey key, String context) {
      unwraps++;
      return ring.unwrap(key, context);
    }

    @Override
    public String currentId() {
      return ring.currentId();
    }
  }

  @Test
  void intermediate_keys_spare_the_server_and_bind_as_it_does() {
    Counted server = new Counted(ring);
    SteppingClock clock = new SteppingClock();
    IntermediateKeys keys = new IntermediateKeys(server, clock);
    for (int i = 0; i < 100; i++) {
      WrappedKey wrapped = keys.wrap(DATA_KEY, "subject " + i);
      assertThat(keys.unwrap(wrapped, "subject " + i)).isEqualTo(DATA_KEY);
      refused(keys, wrapped, "subject");
    }
    assertThat(server.wraps).isOne();
    assertThat(server.unwraps).isZero();
    WrappedKey wrapped = keys.wrap(DATA_KEY, "s");
    IntermediateKeys restarted = new IntermediateKeys(server, clock);
    assertThat(restarted.unwrap(wrapped, "s")).isEqualTo(DATA_KEY);
    assertThat(restarted.unwrap(wrapped, "s")).isEqualTo(DATA_KEY);
    assertThat(server.unwraps).isOne();
    refused(keys, new WrappedKey("a", "~"), "s");
    clock.pass(Duration.ofDays(1));
    keys.wrap(DATA_KEY, "s");
    assertThat(server.wraps).isEqualTo(2);
  }

  @Test
  void a_new_key_of_the_server_ends_the_intermediate_key_that_the_old_one_wrapped() {
    Map<String, Secret> both = Map.of("a", Samples.key(1), "b", Samples.key(2));
    KeyEncryption[] now = {KeyRing.of("a", both)};
    KeyEncryption changing =
        new KeyEncryption() {
          @Override
          public WrappedKey wrap(Secret key, String context) {
            return now[0].wrap(key, context);
          }

          @Override
          public Secret unwrap(WrappedKey key, String context) {
            return now[0].unwrap(key, context);
          }

          @Override
          public String currentId() {
            return now[0].currentId();
          }
        };
    IntermediateKeys keys = new IntermediateKeys(changing, new SteppingClock());
    WrappedKey before = keys.wrap(DATA_KEY, "s");
    now[0] = KeyRing.of("b", both);
    assertThat(keys.currentId()).isEqualTo("b");
    assertThat(keys.wrap(DATA_KEY, "s").wrappedBy()).isEqualTo("b");
    assertThat(keys.unwrap(before, "s")).isEqualTo(DATA_KEY);
  }
}
