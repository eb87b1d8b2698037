package io.travelsuite.jdbc;

import io.travelsuite.secret.CardNumbers;
import io.travelsuite.webhook.VerifiedWebhook;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An event of a webhook that is to be stored, or found to be stored.
 *
 * @param id its id, should it be new
 * @param hash of what makes it the same event
 * @param webhook the event
 * @param body as it is stored: without card numbers
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
record Arrival(UUID id, ByteBuffer hash, VerifiedWebhook webhook, byte[] body) {

  private static final int LONGEST_TYPE = 255;
  static final int LONGEST_NAME = 64;
  private static final int LONGEST_OBJECT_ID = 1_000;

  static Arrival of(UUID id, VerifiedWebhook webhook) {
    return new Arrival(id, ByteBuffer.wrap(hash(webhook)), webhook, blotted(webhook.body()));
  }

  /** Whether the columns hold it. */
  static boolean fits(VerifiedWebhook webhook) {
    String objectId = webhook.objectId();
    return webhook.provider().length() <= LONGEST_NAME
        && webhook.account().length() <= LONGEST_NAME
        && webhook.eventType().length() <= LONGEST_TYPE
        && (objectId == null || objectId.length() <= LONGEST_OBJECT_ID);
  }

  /** The mode as it is stored: empty if it is not known. */
  String mode() {
    return webhook.mode() == null ? "" : webhook.mode().name();
  }

  private static byte[] hash(VerifiedWebhook webhook) {
    byte[][] parts = {
      bytes(webhook.provider()),
      bytes(webhook.account()),
      bytes(webhook.mode() == null ? "" : webhook.mode().name()),
      bytes(webhook.eventId())
    };
    int size = 0;
    for (byte[] part : parts) {
      size += Integer.BYTES + part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      all.putInt(part.length).put(part); // its length first, so that no two lists run together
    }
    return Sha256.of(all.array());
  }

  private static byte[] blotted(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return CardNumbers.found(text) ? bytes(CardNumbers.redact(text)) : body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
