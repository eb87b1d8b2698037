package io.travelsuite.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  private final SteppingClock clock = new SteppingClock();
  private final List<Alert> alerts = new ArrayList<>();
  @TempDir private Path folder;

  private SecretsBuilder builder(SecretSource source) {
    return Secrets.builder(clock)
        .source(source)
        .alerts(alerts::add)
        .ttl(Duration.ofMinutes(5))
        .overlap(Duration.ofHours(1));
  }

  @Test
  void what_is_missing_is_named_all_at_once_and_no_value_with_it() {
    SecretsBuilder builder =
        builder(new EnvironmentSecrets(Map.of("A", "value-canary", "D", "  ")))
            .require("A", "B", "C", "D")
            .optional("E");
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            MissingSecretsException.class,
            missing -> assertThat(missing.names()).containsExactly("B", "C", "D"))
        .hasMessage("required secrets are missing: B, C, D");
  }

  @Test
  void a_name_that_was_not_given_at_the_start_is_refused() {
    Secrets secrets = builder(new EnvironmentSecrets(Map.of("A", "a"))).optional("B").build();
    assertThat(secrets.find("B")).isEmpty();
    assertThatThrownBy(() -> secrets.find("A")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> secrets.get("B")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder(name -> Optional.empty()).require("a-b"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_file_of_the_environment_is_read_without_its_line_end_and_again_after_the_ttl()
      throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "first\n");
    Secrets secrets =
        builder(new EnvironmentSecrets(Map.of("KEY_FILE", file.toString()))).require("KEY").build();
    assertThat(secrets.get("KEY").current().text()).isEqualTo("first");
    Files.writeString(file, "second\r\n");
    assertThat(secrets.get("KEY").current().text()).isEqualTo("first");
    clock.pass(Duration.ofMinutes(5));
    SecretVersions rotated = secrets.get("KEY");
    assertThat(rotated.accepted()).containsExactly(Secret.of("second"), Secret.of("first"));
    clock.pass(Duration.ofHours(1));
    assertThat(secrets.get("KEY").accepted()).containsExactly(Secret.of("second"));
    assertThat(alerts).isEmpty();
  }

  @Test
  void an_environment_that_says_two_things_or_a_bad_file_is_refused() {
    Map<String, String> both = Map.of("A", "a", "A_FILE", "/a");
    Map<String, String> gone = Map.of("A_FILE", folder.resolve("gone").toString());
    for (Map<String, String> environment : List.of(both, gone, Map.of("A_FILE", "\0"))) {
      assertThatThrownBy(() -> new EnvironmentSecrets(environment).find("A"))
          .isInstanceOf(SecretSourceException.class);
    }
    SecretVersions two =
        new EnvironmentSecrets(Map.of("A", "a", "A_PREVIOUS", "b")).find("A").orElseThrow();
    assertThat(two.accepted()).containsExactly(Secret.of("a"), Secret.of("b"));
    assertThat(two.matches(Secret.of("b").bytes())).isTrue();
    assertThat(two.matches(Secret.of("c").bytes())).isFalse();
  }

  @Test
  void a_source_that_is_down_is_answered_from_the_cache_with_an_alert() throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.put("{\"A\":\"value-canary\"}", clock.instant());
      Secrets secrets = builder(vault.secrets(FakeVault.TOKEN)).require("A").build();
      vault.server.down = true;
      assertThat(secrets.get("A").current().text()).isEqualTo("value-canary");
      assertThat(alerts).isEmpty();
      clock.pass(Duration.ofMinutes(5));
      assertThat(secrets.get("A").current().text()).isEqualTo("value-canary");
      assertThat(alerts).extracting(Alert::rule).containsExactly("secret.stale");
      assertThat(alerts.toString()).contains("HTTP 503").doesNotContain("canary");
      secrets.get("A");
      assertThat(alerts).hasSize(1);
      clock.pass(Duration.ofSeconds(30));
      vault.server.down = false;
      vault.put("{\"A\":\"rotated\"}", clock.instant());
      assertThat(secrets.get("A").current().text()).isEqualTo("rotated");
      assertThat(alerts).hasSize(1);
    }
  }

  @Test
  void a_source_that_fails_at_the_start_or_first_is_not_taken_for_empty() throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.server.down = true;
      SecretsBuilder builder =
          builder(vault.secrets(FakeVault.TOKEN))
              .source(new EnvironmentSecrets(Map.of("A", "old")))
              .require("A");
      assertThatThrownBy(builder::build).isInstanceOf(SecretSourceException.class);
      vault.server.down = false;
      assertThat(builder.build().get("A").current().text()).isEqualTo("old");
    }
  }

  @Test
  void an_old_secret_and_one_that_vanished_are_told() throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.put("{\"A\":\"a\"}", clock.instant().minus(Duration.ofDays(100)));
      vault.put("{\"A\":\"b\"}", clock.instant().minus(Duration.ofDays(91)));
      Secrets secrets = builder(vault.secrets(FakeVault.TOKEN)).require("A").build();
      assertThat(alerts).extracting(Alert::rule).containsExactly("secret.old");
      assertThat(secrets.get("A").previous()).isNull();
      vault.put("{}", clock.instant());
      clock.pass(Duration.ofMinutes(5));
      assertThat(secrets.get("A").current().text()).isEqualTo("b");
      assertThat(alerts).extracting(Alert::rule).containsExactly("secret.old", "secret.stale");
    }
  }

  /** Two processes, whose caches are filled at other times, sign and check across a rotation. */
  private int refused(boolean bySigner) throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.put("{\"A\":\"one\"}", clock.instant());
      Secrets left = builder(vault.secrets(FakeVault.TOKEN)).require("A").build();
      clock.pass(Duration.ofMinutes(2));
      Secrets right = builder(vault.secrets(FakeVault.TOKEN)).require("A").build();
      int refused = 0;
      for (int second = 0; second < 1_800; second += 20) {
        if (second == 400) {
          vault.put("{\"A\":\"two\"}", clock.instant());
        }
        for (Secrets signs : List.of(left, right)) {
          Secret used = bySigner ? signs.signer("A") : signs.get("A").current();
          for (Secrets checks : List.of(left, right)) {
            refused += checks.get("A").matches(used.bytes()) ? 0 : 1;
          }
        }
        clock.pass(Duration.ofSeconds(20));
      }
      assertThat(left.signer("A").text()).isEqualTo("two");
      return refused;
    }
  }

  @Test
  void no_signature_is_refused_while_a_secret_is_rotated() throws IOException {
    assertThat(refused(true)).isZero();
  }

  @Test
  void control_signing_with_the_current_secret_at_once_is_refused_elsewhere() throws IOException {
    assertThat(refused(false)).isPositive();
  }

  @Test
  void nothing_that_holds_secrets_shows_them() {
    SecretVersions versions =
        new SecretVersions(Secret.of("value-canary"), Secret.of("old-canary"), clock.instant());
    AwsCredentials aws = new AwsCredentials("id", Secret.of("key-canary"), Secret.of("t-canary"));
    Secrets secrets = builder(name -> Optional.of(versions)).require("A").build();
    assertThat(versions + " " + aws + secrets.known()).doesNotContain("canary");
    assertThat(secrets.known()).hasSize(2);
  }
}
