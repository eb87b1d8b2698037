package io.travelsuite.notify.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.ticket.TicketResult.Reason;
import io.travelsuite.notify.ticket.TicketResult.Refused;
import io.travelsuite.notify.ticket.TicketResult.Valid;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketVerifierTest {

  private static final Instant NOON = Instant.parse("2027-03-27T12:00:00Z");
  private static final KeyPair KEYS = Samples.KEYS;
  private static final TicketSerial SERIAL =
      new TicketSerial(
          new BookingId(UUID.fromString("0192f0c1-7d5e-7c3a-9d52-0f6b6a0c1e11")), 3, 1);

  private final TicketSigner signer = new TicketSigner(7, KEYS.getPrivate());
  private final Ticket ticket =
      new Ticket(
          SERIAL,
          4,
          new OccurrenceId(new UUID(5, 6)),
          1,
          NOON.minusSeconds(60),
          NOON.plusSeconds(60));

  private static TicketVerifier at(Instant now, LowestIssues lowest) {
    return new TicketVerifier(
        Map.of(7, KEYS.getPublic()), Clock.fixed(now, ZoneOffset.UTC), lowest);
  }

  private static Reason reason(TicketResult result) {
    return ((Refused) result).reason();
  }

  @Test
  void what_was_signed_is_valid_and_says_what_it_said() {
    String code = signer.sign(ticket);

    assertThat(code).hasSize(176).matches("[0-9A-Z $%*+./:-]*");
    assertThat(at(NOON, s -> 1).verify(code)).isEqualTo(new Valid(ticket));
    assertThat(at(NOON, s -> 4).verify(code + "\r\n")).isEqualTo(new Valid(ticket));
  }

  @Test
  void extreme_values_are_kept() {
    Ticket most =
        new Ticket(
            new TicketSerial(new BookingId(new UUID(-1, -1)), 0xffff, 0xffff),
            Integer.MAX_VALUE,
            new OccurrenceId(new UUID(-1, -1)),
            0xffff,
            Instant.EPOCH,
            Instant.ofEpochSecond(0xffffffffL));
    TicketSigner other = new TicketSigner(0xffff, KEYS.getPrivate());
    TicketVerifier verifier =
        new TicketVerifier(
            Map.of(0xffff, KEYS.getPublic()), Clock.fixed(NOON, ZoneOffset.UTC), s -> 1);

    assertThat(verifier.verify(other.sign(most))).isEqualTo(new Valid(most));
  }

  @Test
  void it_is_good_from_its_first_second_and_not_at_its_last() {
    String code = signer.sign(ticket);

    assertThat(reason(at(ticket.notBefore().minusMillis(1), s -> 1).verify(code)))
        .isEqualTo(Reason.TOO_EARLY);
    assertThat(at(ticket.notBefore(), s -> 1).verify(code)).isInstanceOf(Valid.class);
    assertThat(at(ticket.expiresAt().minusMillis(1), s -> 1).verify(code))
        .isInstanceOf(Valid.class);
    assertThat(at(ticket.expiresAt(), s -> 1).verify(code))
        .isEqualTo(new Refused(Reason.EXPIRED, ticket));
  }

  @Test
  void a_newer_issue_revokes_the_older_one() {
    String code = signer.sign(ticket);

    assertThat(at(NOON, s -> s.equals(SERIAL) ? 5 : 1).verify(code))
        .isEqualTo(new Refused(Reason.REPLACED, ticket));
    assertThat(at(NOON, s -> LowestIssues.REVOKED).verify(code))
        .isEqualTo(new Refused(Reason.REVOKED, ticket));
  }

  @Test
  void another_key_another_id_and_another_version_are_refused() throws Exception {
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    TicketVerifier verifier = at(NOON, s -> 1);
    byte[] bytes = QrLetters.decode(signer.sign(ticket), TicketBytes.LENGTH).orElseThrow();
    bytes[0] = 2;

    assertThat(reason(verifier.verify(new TicketSigner(7, stranger.getPrivate()).sign(ticket))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
    assertThat(reason(verifier.verify(new TicketSigner(8, KEYS.getPrivate()).sign(ticket))))
        .isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(reason(verifier.verify(QrLetters.encode(bytes)))).isEqualTo(Reason.UNKNOWN_VERSION);
  }

  /** What a key may sign elsewhere is no ticket: the context is part of what is signed. */
  @Test
  void a_payload_signed_without_the_context_is_refused() throws Exception {
    byte[] payload = TicketBytes.payload(7, ticket);
    var signature = java.security.Signature.getInstance("Ed25519");
    signature.initSign(KEYS.getPrivate());
    signature.update(payload);
    byte[] all = java.util.Arrays.copyOf(payload, TicketBytes.LENGTH);
    System.arraycopy(signature.sign(), 0, all, TicketBytes.PAYLOAD, TicketBytes.SIGNATURE);

    assertThat(reason(at(NOON, s -> 1).verify(QrLetters.encode(all))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
  }

  @Test
  void each_flipped_bit_is_refused() {
    TicketVerifier verifier = at(NOON, s -> 1);
    byte[] bytes = QrLetters.decode(signer.sign(ticket), TicketBytes.LENGTH).orElseThrow();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifier.verify(QrLetters.encode(bytes)))
          .as("bit %d", bit)
          .isInstanceOf(Refused.class);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(verifier.verify(QrLetters.encode(bytes))).isInstanceOf(Valid.class);
  }

  @Test
  void what_is_cut_lengthened_or_no_ticket_is_refused() {
    TicketVerifier verifier = at(NOON, s -> 1);
    String code = signer.sign(ticket);
    for (int length = 0; length < code.length(); length++) {
      assertThat(reason(verifier.verify(code.substring(0, length)))).isEqualTo(Reason.MALFORMED);
      assertThat(reason(verifier.verify(code + code.substring(0, length + 1))))
          .isEqualTo(Reason.MALFORMED);
    }
    for (String other :
        List.of(
            "",
            " ",
            code.toLowerCase(Locale.ROOT),
            " " + code,
            code + " ",
            "\u0661".repeat(176),
            ":".repeat(176))) {
      assertThat(reason(verifier.verify(other))).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void fuzzed_tickets_neither_throw_nor_pass() {
    long seed = Long.getLong("travel.fuzz.seed", 20270327L);
    int tries = Integer.getInteger("travel.fuzz.tries", 2_000);
    Random random = new Random(seed);
    TicketVerifier verifier = at(NOON, s -> 1);
    String code = signer.sign(ticket);
    for (int i = 0; i < tries; i++) {
      char[] letters = code.toCharArray();
      for (int change = 0; change <= random.nextInt(4); change++) {
        letters[random.nextInt(letters.length)] =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:\u0000\ud800é".charAt(random.nextInt(48));
      }
      String fuzzed = new String(letters);
      TicketResult result = verifier.verify(fuzzed);
      assertThat(result instanceof Valid)
          .as("seed %d: %s", seed, fuzzed)
          .isEqualTo(fuzzed.equals(code));
      byte[] noise = new byte[TicketBytes.LENGTH];
      random.nextBytes(noise);
      noise[0] = 1;
      noise[1] = 0;
      noise[2] = 7;
      assertThat(verifier.verify(QrLetters.encode(noise))).isInstanceOf(Refused.class);
    }
  }

  /** Without the signature's check the other tests would let forgeries in. */
  @Test
  void control_what_is_read_alone_would_accept_a_forgery() {
    byte[] bytes = QrLetters.decode(signer.sign(ticket), TicketBytes.LENGTH).orElseThrow();
    bytes[20] ^= 1;

    assertThat(TicketBytes.read(bytes)).isPresent().get().isNotEqualTo(ticket);
    assertThat(reason(at(NOON, s -> 1).verify(QrLetters.encode(bytes))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
  }

  @Test
  void base45_is_that_of_rfc_9285() {
    assertThat(encoded("AB")).isEqualTo("BB8");
    assertThat(encoded("Hello!!")).isEqualTo("%69 VD92EX0");
    assertThat(encoded("base-45")).isEqualTo("UJCLQE7W581");
    assertThat(QrLetters.decode("QED8WEX0", 5))
        .contains("ietf!".getBytes(StandardCharsets.US_ASCII));
    assertThat(QrLetters.decode("FGW", 2)).contains(new byte[] {-1, -1});
    assertThat(QrLetters.decode("GGW", 2)).isEmpty();
    assertThat(QrLetters.decode("U5", 1)).contains(new byte[] {-1});
    assertThat(QrLetters.decode("V5", 1)).isEmpty();
  }

  private static String encoded(String text) {
    return QrLetters.encode(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_signer_is_made_of_a_kept_key_and_shows_nothing_of_it() {
    TicketSigner kept = TicketSigner.of(7, Secret.of(KEYS.getPrivate().getEncoded()));

    assertThat(at(NOON, s -> 1).verify(kept.sign(ticket))).isInstanceOf(Valid.class);
    assertThat(kept).hasToString("TicketSigner[key 7]");
    assertThatThrownBy(() -> TicketSigner.of(7, Secret.of("not a key")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("not a key")
        .hasNoCause();
  }

  @Test
  void keys_of_another_kind_are_refused_at_once() throws Exception {
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();

    assertThatThrownBy(() -> new TicketSigner(1, rsa.getPrivate()))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () -> new TicketVerifier(Map.of(1, rsa.getPublic()), Clock.systemUTC(), s -> 1))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new TicketVerifier(Map.of(), Clock.systemUTC(), s -> 1))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_booking_has_a_ticket_a_unit_good_from_a_day_before_to_a_day_after() {
    var notice = Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH);
    List<IssuedTicket> tickets = Samples.office().issue(notice);

    assertThat(tickets)
        .extracting(t -> t.ticket().serial().line() + "." + t.ticket().serial().unit())
        .containsExactly("0.0", "0.1", "1.0");
    Ticket first = tickets.get(0).ticket();
    assertThat(first.issue()).isEqualTo(notice.booking().version());
    assertThat(first.notBefore())
        .isEqualTo(Samples.DEPARTURE.toInstant().minus(Duration.ofDays(1)));
    assertThat(first.expiresAt()).isEqualTo(Samples.ARRIVAL.toInstant().plus(Duration.ofDays(1)));
    assertThat(tickets.get(0).toString())
        .doesNotContain("Alex")
        .doesNotContain(tickets.get(0).code());
  }

  @Test
  void a_gate_with_the_list_of_its_departure_lets_in_what_is_booked_now() {
    var lines = List.of(Samples.line(0, "adult", 2, List.of()));
    OccurrenceId occurrence = lines.get(0).occurrence();
    Booking sold = Samples.booking(BookingState.CONFIRMED, Customer.UNKNOWN, lines);
    Booking given = Samples.booking(BookingState.CANCELLED, Customer.UNKNOWN, lines);
    TicketSerial serial = new TicketSerial(sold.id(), 0, 1);

    GateList list = GateList.of(occurrence, List.of(sold), Booking::version);
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.of(serial)).isEqualTo(2);
    assertThat(list.of(new TicketSerial(sold.id(), 0, 2))).isEqualTo(LowestIssues.REVOKED);
    assertThat(GateList.of(occurrence, List.of(given), Booking::version).of(serial))
        .isEqualTo(LowestIssues.REVOKED);
    OccurrenceId another = new OccurrenceId(new UUID(0, 1));
    assertThat(GateList.of(another, List.of(sold), Booking::version).size()).isZero();
  }
}
