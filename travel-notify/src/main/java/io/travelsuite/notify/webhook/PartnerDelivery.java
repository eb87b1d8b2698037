package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.notify.outbox.OutboxEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One webhook to one endpoint. Immutable; its text form does not show the body.
 *
 * @param endpoint where to
 * @param event the id of the event
 * @param body what is sent at every try: {@code {"type":…,"timestamp":…,"data":…}}
 */
public record PartnerDelivery(PartnerEndpoint endpoint, UUID event, String body) {

  private static final int ID_BYTES = 16;

  /**
   * The body by the standard's form.
   *
   * @param event what happened
   * @param data JSON, from {@link PartnerData}
   * @return the body
   */
  public static String body(OutboxEvent event, String data) {
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
        .formatted(event.type(), event.occurredAt(), data);
  }

  /**
   * {@return the webhook's id: the same at every try, another at every endpoint, and made of the
   * two ids alone, so that no count of tries or processes is in it}
   */
  public String webhookId() {
    ByteBuffer ids = ByteBuffer.allocate(2 * ID_BYTES);
    for (UUID id : new UUID[] {event, endpoint.id().value()}) {
      ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids.array());
      return "msg_" + HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  /** {@return a text without the body} */
  @Override
  public String toString() {
    return "PartnerDelivery[" + webhookId() + " to " + endpoint.id() + "]";
  }
}
