package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

  private static final int CHUNK = ChunkCipher.CHUNK_BYTES;
  private static final int SEALED = CHUNK + ChunkCipher.TAG_BYTES;

  private final KeyRing ring = Samples.ring();

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    new Random(length).nextBytes(text);
    return text;
  }

  private byte[] sealed(byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingOutput sealing = new SealingOutput(out, BackupKey.make(ring))) {
      int half = text.length / 2;
      sealing.write(text, 0, half);
      sealing.write(text, half, text.length - half);
      sealing.finish();
    }
    return out.toByteArray();
  }

  private byte[] opened(byte[] sealed) throws IOException {
    try (OpeningInput in = OpeningInput.of(new ByteArrayInputStream(sealed), ring)) {
      return in.readAllBytes();
    }
  }

  private void assertRefused(byte[] sealed) {
    assertThatThrownBy(() -> opened(sealed))
        .isInstanceOfSatisfying(BackupException.class, e -> assertThat(e.refused()).isTrue());
  }

  /** The header with its line end, and each chunk. */
  private static List<byte[]> parts(byte[] sealed) {
    int end = new String(sealed, US_ASCII).indexOf('\n') + 1;
    List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(sealed, end)));
    for (int at = end; at < sealed.length; at += SEALED) {
      parts.add(Arrays.copyOfRange(sealed, at, Math.min(sealed.length, at + SEALED)));
    }
    return parts;
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7})
  void what_was_sealed_is_opened_whatever_its_length(int length) throws IOException {
    byte[] text = text(length);
    assertThat(opened(sealed(text))).isEqualTo(text);
  }

  @Test
  void the_same_text_is_never_sealed_to_the_same_bytes() throws IOException {
    byte[] text = text(100);
    assertThat(sealed(text)).isNotEqualTo(sealed(text));
  }

  @Test
  void a_stream_that_is_cut_off_anywhere_is_refused() throws IOException {
    byte[] sealed = sealed(text(3 * CHUNK + 7));
    int header = parts(sealed).get(0).length;
    int[] cuts = {
      0, 5, header, header + 5, header + SEALED, header + 2 * SEALED, sealed.length - 1
    };
    for (int cut : cuts) {
      assertRefused(Arrays.copyOf(sealed, cut));
    }
    assertRefused(Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void chunks_that_are_swapped_doubled_or_left_out_are_refused() throws IOException {
    List<byte[]> parts = parts(sealed(text(4 * CHUNK)));
    assertThat(parts).hasSize(5);
    List<byte[]> swapped = new ArrayList<>(parts);
    swapped.set(1, parts.get(2));
    swapped.set(2, parts.get(1));
    assertRefused(joined(swapped));
    List<byte[]> doubled = new ArrayList<>(parts);
    doubled.add(2, parts.get(1));
    assertRefused(joined(doubled));
    List<byte[]> without = new ArrayList<>(parts);
    without.remove(2);
    assertRefused(joined(without));
  }

  @Test
  void a_chunk_of_another_backup_of_the_same_key_is_refused() throws IOException {
    List<byte[]> parts = parts(sealed(text(2 * CHUNK)));
    parts.set(1, parts(sealed(text(2 * CHUNK))).get(1));
    assertRefused(joined(parts));
  }

  @Test
  void a_bit_that_is_another_anywhere_is_refused() throws IOException {
    byte[] sealed = sealed(text(CHUNK + 100));
    int header = parts(sealed).get(0).length;
    for (int at = header; at < sealed.length; at += 997) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertRefused(altered);
    }
    byte[] end = sealed.clone();
    end[end.length - 1] ^= 1;
    assertRefused(end);
  }

  @Test
  void a_header_with_another_byte_is_refused() throws IOException {
    byte[] sealed = sealed(text(10));
    int header = parts(sealed).get(0).length;
    for (int at = 0; at < header; at++) {
      byte[] altered = sealed.clone();
      altered[at] = (byte) (altered[at] == 'A' ? 'B' : 'A');
      assertThatThrownBy(() -> opened(altered))
          .isInstanceOfAny(BackupException.class, KeyUnavailableException.class);
    }
  }

  @Test
  void another_key_opens_nothing_and_an_earlier_one_still_does() throws IOException {
    byte[] sealed = sealed(text(10));
    KeyRing other = KeyRing.of("a", Map.of("a", Samples.key(2)));
    KeyRing unknown = KeyRing.of("b", Map.of("b", Samples.key(1)));
    for (KeyRing wrong : List.of(other, unknown)) {
      assertThatThrownBy(() -> OpeningInput.of(new ByteArrayInputStream(sealed), wrong))
          .isInstanceOf(KeyUnavailableException.class);
    }
    KeyRing rotated = KeyRing.of("b", Map.of("a", Samples.key(1), "b", Samples.key(2)));
    try (OpeningInput in = OpeningInput.of(new ByteArrayInputStream(sealed), rotated)) {
      assertThat(in.readAllBytes()).isEqualTo(text(10));
    }
  }

  @Test
  void a_dump_that_broke_off_and_was_only_closed_opens_nowhere() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingOutput sealing = new SealingOutput(out, BackupKey.make(ring))) {
      sealing.write(text(2 * CHUNK + 1));
    }
    assertRefused(out.toByteArray());
  }

  @Test
  void a_chunk_is_on_its_way_as_soon_as_the_next_begins() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingOutput sealing = new SealingOutput(out, BackupKey.make(ring))) {
      int header = out.size();
      sealing.write(text(5 * CHUNK + 1));
      assertThat(out.size()).isEqualTo(header + 5 * SEALED);
    }
  }

  @Test
  void control_without_number_and_last_mark_moved_and_cut_chunks_would_open() {
    SecretKeySpec key = new SecretKeySpec(Samples.key(3).bytes(), "AES");
    byte[] associated = {};
    byte[] first = new ChunkCipher(key, associated).seal(text(9), 9, false);
    byte[] second = new ChunkCipher(key, associated).seal(text(8), 8, false); // the same number
    ChunkCipher opening = new ChunkCipher(key, associated);
    assertThat(opening.open(first, false)).isEqualTo(text(9));
    assertThat(new ChunkCipher(key, associated).open(second, false)).isEqualTo(text(8)); // moved
    assertThatThrownBy(() -> opening.open(second, false)).isInstanceOf(BackupException.class);
    assertThatThrownBy(() -> new ChunkCipher(key, associated).open(first, true))
        .isInstanceOf(BackupException.class); // cut: another would have to be behind it
  }
}
