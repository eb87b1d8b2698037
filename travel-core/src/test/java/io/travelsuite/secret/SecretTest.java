package io.travelsuite.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import org.junit.jupiter.api.Test;

class SecretTest {

  private record Settings(String name, Secret key) {}

  @Test
  void a_secret_is_not_seen_in_a_text_even_of_a_record_that_holds_it() {
    Secret secret = Secret.of("whsec_4f9a");
    assertThat(secret.toString()).doesNotContain("4f9a");
    assertThat(new Settings("stripe", secret).toString()).doesNotContain("4f9a");
  }

  @Test
  void an_empty_or_blank_secret_is_refused() {
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> Secret.of(" \t")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> Secret.of(new byte[0])).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void it_matches_its_own_bytes_only_and_cannot_be_changed_from_outside() {
    byte[] given = "key".getBytes(UTF_8);
    Secret secret = Secret.of(given);
    given[0] = 'x';
    secret.bytes()[0] = 'x';
    assertThat(secret.matches("key".getBytes(UTF_8))).isTrue();
    assertThat(secret.matches("kez".getBytes(UTF_8))).isFalse();
    assertThat(secret.text()).isEqualTo("key");
    assertThat(secret).isEqualTo(Secret.of("key")).isNotEqualTo(Secret.of("keys"));
  }
}
