package io.travelsuite.notify.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.travelsuite.Mode;
import io.travelsuite.webhook.VerifiedWebhook;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Marks the addresses of which an e-mail provider's webhook tells that they bounced, that their
 * owner complained, or wants no more. Thread-safe; told the same twice it does nothing.
 *
 * <p>Two forms are read. SendGrid's event webhook: {@code bounce}, {@code dropped}, {@code
 * spamreport}, {@code unsubscribe} and {@code group_unsubscribe}; a {@code bounce} of the type
 * {@code blocked} is the server's mood and no mark. And of any other provider JSON such as {@code
 * {"type": "email.bounced", "data": {"email": "…"}}} (Standard Webhooks), with {@code
 * email.complained} and {@code email.unsubscribed}, where {@code data.to}, a text or a list of one,
 * will do for {@code data.email}, and a {@code data.bounce.type} other than {@code permanent} marks
 * nothing.
 *
 * @see <a
 *     href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">SendGrid,
 *     event webhook reference</a>
 */
public final class EmailEvents {

  private static final String CHANNEL = "email";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AddressMarks marks;
  private final AddressHashes hashes;
  private final Mode mode;

  private EmailEvents(AddressMarks marks, AddressHashes hashes, Mode mode) {
    this.marks = marks;
    this.hashes = hashes;
    this.mode = mode;
  }

  /**
   * A handler.
   *
   * @param marks where marks are kept
   * @param hashes makes hashes of addresses
   * @param mode of webhooks that do not tell theirs
   * @return the handler
   */
  public static EmailEvents of(AddressMarks marks, AddressHashes hashes, Mode mode) {
    return new EmailEvents(marks, hashes, mode);
  }

  /**
   * Marks what an event tells of.
   *
   * @param webhook an event; one whose content is not signed marks nothing
   * @return whether it told of an address that is marked now
   * @throws io.travelsuite.StorageException when the mark could not be written: hand it in again
   */
  public boolean handle(VerifiedWebhook webhook) {
    if (webhook.trust().needsFetchBack()) {
      return false;
    }
    JsonNode body = json(webhook.body());
    Optional<MarkReason> reason =
        webhook.provider().equals("sendgrid") ? sendGrid(body) : standard(body);
    String address = address(body);
    if (reason.isEmpty() || address.indexOf('@') < 1) {
      return false;
    }
    Mode told = Objects.requireNonNullElse(webhook.mode(), mode);
    marks.mark(told, hashes.hash(CHANNEL, address), reason.get());
    return true;
  }

  private static JsonNode json(byte[] body) {
    try {
      return Objects.requireNonNullElse(JSON.readTree(body), MissingNode.getInstance());
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<MarkReason> sendGrid(JsonNode event) {
    return switch (event.path("event").asText()) {
      case "bounce" ->
          event.path("type").asText().equals("blocked")
              ? Optional.empty()
              : Optional.of(MarkReason.BOUNCED);
      case "dropped" -> dropped(event.path("reason").asText());
      case "spamreport" -> Optional.of(MarkReason.COMPLAINED);
      case "unsubscribe", "group_unsubscribe" -> Optional.of(MarkReason.OPTED_OUT);
      default -> Optional.empty();
    };
  }

  /** Dropped for what SendGrid knows of the address, or for the message, which marks nobody. */
  private static Optional<MarkReason> dropped(String reason) {
    return switch (reason) {
      case "Bounced Address", "Invalid" -> Optional.of(MarkReason.BOUNCED);
      case "Spam Reporting Address" -> Optional.of(MarkReason.COMPLAINED);
      case "Unsubscribed Address" -> Optional.of(MarkReason.OPTED_OUT);
      default -> Optional.empty();
    };
  }

  private static Optional<MarkReason> standard(JsonNode body) {
    JsonNode bounce = body.path("data").path("bounce").path("type");
    return switch (body.path("type").asText()) {
      case "email.bounced" ->
          bounce.isMissingNode() || bounce.asText().equalsIgnoreCase("permanent")
              ? Optional.of(MarkReason.BOUNCED)
              : Optional.empty();
      case "email.complained" -> Optional.of(MarkReason.COMPLAINED);
      case "email.unsubscribed" -> Optional.of(MarkReason.OPTED_OUT);
      default -> Optional.empty();
    };
  }

  private static String address(JsonNode body) {
    JsonNode data = body.path("data");
    JsonNode to = data.path("to");
    if (body.path("email").isTextual()) {
      return body.path("email").asText();
    }
    if (data.path("email").isTextual()) {
      return data.path("email").asText();
    }
    return to.isArray() && to.size() == 1 ? to.path(0).asText() : to.asText();
  }
}
