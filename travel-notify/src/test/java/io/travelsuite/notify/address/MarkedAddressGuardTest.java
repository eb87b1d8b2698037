package io.travelsuite.notify.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.StorageException;
import io.travelsuite.notify.channel.CaptureChannel;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkedAddressGuardTest {

  private static final Secret KEY = Secret.of("a-key-of-the-tests-of-32-bytes!!");
  private static final Secret NEXT = Secret.of("the-next-key-of-the-tests-32-b!!");

  private final MemoryMarks marks = new MemoryMarks();
  private final AddressHashes hashes = AddressHashes.of(KEY);
  private final CaptureChannel behind = CaptureChannel.of("email", 10);
  private final MarkedAddressGuard guard = MarkedAddressGuard.of(behind, marks, hashes);

  private static Message message(Mode mode, String to) {
    return new Message("k", mode, to, Locale.ENGLISH, Content.text("Hello"));
  }

  private void mark(MarkReason reason) {
    marks.mark(Mode.LIVE, hashes.hash("email", "anna@example.org"), reason);
  }

  @ParameterizedTest
  @EnumSource
  void a_marked_address_is_refused_however_it_is_written(MarkReason reason) {
    mark(reason);
    for (String to : List.of("anna@example.org", "Anna@EXAMPLE.org")) {
      assertThat(guard.send(message(Mode.LIVE, to)))
          .isEqualTo(new SendResult.Refused(reason.word()));
    }
    assertThat(behind.messages()).isEmpty();
    assertThat(reason.word()).matches("address-(bounced|complained|opted-out)");
  }

  @Test
  void others_and_other_modes_are_written_to() {
    mark(MarkReason.BOUNCED);
    assertThat(guard.send(message(Mode.LIVE, "bert@example.org")))
        .isInstanceOf(SendResult.Sent.class);
    assertThat(guard.send(message(Mode.TEST, "anna@example.org")))
        .isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void control_without_the_guard_a_marked_address_is_written_to() {
    mark(MarkReason.BOUNCED);
    behind.send(message(Mode.LIVE, "anna@example.org"));
    assertThat(behind.messages()).hasSize(1);
  }

  @Test
  void a_domain_in_its_own_letters_and_in_ascii_is_one() {
    AddressHash hash = hashes.hash("email", "anna@bücher.example");
    assertThat(hashes.hash("email", "anna@xn--bcher-kva.example")).isEqualTo(hash);
    assertThat(hashes.hash("sms", "anna@bücher.example")).isNotEqualTo(hash);
  }

  @Test
  void only_the_reasons_that_are_heeded_refuse() {
    mark(MarkReason.OPTED_OUT);
    MarkedAddressGuard tickets = guard.heeding(Set.of(MarkReason.BOUNCED));
    assertThat(tickets.send(message(Mode.LIVE, "anna@example.org")))
        .isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_mark_by_the_former_key_counts_while_that_is_named() {
    mark(MarkReason.BOUNCED);
    AddressHashes rotated = AddressHashes.of(NEXT, KEY);
    assertThat(
            MarkedAddressGuard.of(behind, marks, rotated)
                .send(message(Mode.LIVE, "anna@example.org")))
        .isInstanceOf(SendResult.Refused.class);
    AddressHashes forgotten = AddressHashes.of(NEXT);
    assertThat(
            MarkedAddressGuard.of(behind, marks, forgotten)
                .send(message(Mode.LIVE, "anna@example.org")))
        .isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_short_key_is_none() {
    assertThatThrownBy(() -> AddressHashes.of(Secret.of("short")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("short,");
  }

  @Test
  void marks_that_cannot_be_read_let_nothing_through() {
    AddressMarks broken =
        new AddressMarks() {
          @Override
          public List<AddressMark> find(Mode mode, List<AddressHash> known) {
            throw new StorageException("gone", true, null);
          }

          @Override
          public void mark(Mode mode, AddressHash address, MarkReason reason) {}

          @Override
          public void clear(Mode mode, List<AddressHash> known, MarkReason reason) {}
        };
    assertThat(
            MarkedAddressGuard.of(behind, broken, hashes)
                .send(message(Mode.LIVE, "anna@example.org")))
        .isEqualTo(new SendResult.Failed("marks-unreadable", null));
    assertThat(behind.messages()).isEmpty();
  }
}
