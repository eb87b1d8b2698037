package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.notify.ticket.TicketResult.Reason;
import io.travelsuite.notify.ticket.TicketResult.Refused;
import io.travelsuite.notify.ticket.TicketResult.Valid;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Judges tickets without a network. Immutable and thread-safe; nothing that is scanned makes it
 * throw.
 *
 * <p>What is signed is read only after the signature was checked.
 */
public final class TicketVerifier {

  private final Map<Integer, PublicKey> keys;
  private final Clock clock;
  private final LowestIssues lowest;

  /**
   * A verifier.
   *
   * @param keys Ed25519 public keys by key id, at least one; more than one while keys change
   * @param clock by which tickets begin and expire
   * @param lowest which issues are still good
   */
  public TicketVerifier(Map<Integer, PublicKey> keys, Clock clock, LowestIssues lowest) {
    this.keys = Map.copyOf(keys);
    this.clock = clock;
    this.lowest = lowest;
    unless(!keys.isEmpty(), "keys", "{}", "must not be empty");
    this.keys.forEach((id, key) -> unless(fits(key), "key", id, "must be an Ed25519 public key"));
  }

  /**
   * {@return whether to let in who shows it, or why not}
   *
   * @param scanned the text of the QR code; a line end that the scanner added is forgiven
   */
  public TicketResult verify(String scanned) {
    byte[] bytes = QrLetters.decode(withoutLineEnd(scanned), TicketBytes.LENGTH).orElse(null);
    if (bytes == null) {
      return refused(Reason.MALFORMED);
    }
    if (bytes[0] != TicketBytes.VERSION) {
      return refused(Reason.UNKNOWN_VERSION);
    }
    PublicKey key = keys.get(TicketBytes.keyId(bytes));
    if (key == null) {
      return refused(Reason.UNKNOWN_KEY);
    }
    if (!signed(key, bytes)) {
      return refused(Reason.WRONG_SIGNATURE);
    }
    Optional<Ticket> ticket = TicketBytes.read(bytes);
    return ticket.isEmpty() ? refused(Reason.MALFORMED) : judge(ticket.get());
  }

  private TicketResult judge(Ticket ticket) {
    Instant now = clock.instant();
    if (now.isBefore(ticket.notBefore())) {
      return new Refused(Reason.TOO_EARLY, ticket);
    }
    if (!now.isBefore(ticket.expiresAt())) {
      return new Refused(Reason.EXPIRED, ticket);
    }
    int least = lowest.of(ticket.serial());
    if (least == LowestIssues.REVOKED) {
      return new Refused(Reason.REVOKED, ticket);
    }
    return ticket.issue() < least ? new Refused(Reason.REPLACED, ticket) : new Valid(ticket);
  }

  private static TicketResult refused(Reason reason) {
    return new Refused(reason, null);
  }

  /** A space at the end is a letter of base45. */
  private static String withoutLineEnd(String scanned) {
    int end = scanned.length();
    while (end > 0 && (scanned.charAt(end - 1) == '\n' || scanned.charAt(end - 1) == '\r')) {
      end--;
    }
    return scanned.substring(0, end);
  }

  private static boolean signed(PublicKey key, byte[] ticket) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(TicketBytes.signedPart(ticket));
      return signature.verify(Arrays.copyOfRange(ticket, TicketBytes.PAYLOAD, TicketBytes.LENGTH));
    } catch (GeneralSecurityException notASignature) {
      // the JDK throws for some values that no signer makes
      return false;
    }
  }

  private static boolean fits(PublicKey key) {
    try {
      Signature.getInstance("Ed25519").initVerify(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
