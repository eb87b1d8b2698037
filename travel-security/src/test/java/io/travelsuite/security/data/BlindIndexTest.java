package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindIndexTest {

  private static final Secret FIRST = Secret.of("0123456789abcdefghijklmnopqrstuv");
  private static final Secret NEXT = Secret.of("zyxwvutsrqponmlkjihgfedcba9876543210");

  private final SigningKeys keys = SigningKeys.of(FIRST);
  private final BlindIndex emails = BlindIndex.emails(keys);
  private final BlindIndex phones = BlindIndex.phones(keys, "DE");

  private byte[] email(String text) {
    return emails.index(Samples.OPERATOR, text);
  }

  private byte[] phone(String text) {
    return phones.index(Samples.OPERATOR, text);
  }

  @Test
  void an_address_is_found_however_it_is_written() {
    byte[] stored = email("Anna.Mueller@Bücher.example");
    assertThat(stored).hasSize(BlindIndex.BYTES);
    assertThat(email(" anna.mueller@xn--bcher-kva.EXAMPLE ")).isEqualTo(stored);
    assertThat(email("anna@bücher.example")).isNotEqualTo(stored);
    assertThat(email("Not@An@Address")).isEqualTo(email("not@an@address "));
    assertThat(email("e\u0301@x.example")).isEqualTo(email("\u00e9@x.example"));
    assertThat(phone("+49 30 1234567")).isEqualTo(phone("030/1234567"));
    assertThat(phone("+49301234567")).isEqualTo(phone("030/1234567"));
    assertThat(phone("+49 (0)30 1234567 ")).isEqualTo(phone("+49301234567"));
    assertThat(phone("call me")).isNotEqualTo(phone("or me"));
    assertThat(phone("12-3")).isEqualTo(phone("1 2 3"));
  }

  @Test
  void operators_and_purposes_have_indexes_of_their_own() {
    assertThat(emails.index(Samples.OTHER, "a@b.example")).isNotEqualTo(email("a@b.example"));
    assertThat(phone("a@b.example")).isNotEqualTo(email("a@b.example"));
  }

  @Test
  void during_a_rotation_rows_of_both_keys_are_found() {
    byte[] before = email("a@b.example");
    assertThat(emails.indexes(Samples.OPERATOR, "a@b.example")).containsExactly(before);
    keys.rotate(NEXT);
    byte[] after = email("A@b.example");
    assertThat(after).isNotEqualTo(before);
    List<byte[]> both = emails.indexes(Samples.OPERATOR, "a@b.example");
    assertThat(both).containsExactly(after, before);
  }

  @Test
  void control_the_current_key_alone_does_not_find_a_row_of_the_previous_one() {
    byte[] before = email("a@b.example");
    keys.rotate(NEXT);
    assertThat(email("a@b.example")).isNotEqualTo(before);
  }
}
