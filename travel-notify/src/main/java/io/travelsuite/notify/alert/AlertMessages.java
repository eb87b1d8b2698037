package io.travelsuite.notify.alert;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.Mode;
import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells alerts to people by a channel: as mails, with severity, rule and subject in their subject
 * line, or as SMS.
 *
 * <pre>{@code
 * AlertChannel mails = AlertMessages.by(EmailChannel.of(connections, sender, clock), List.of("ops@example.org"));
 * }</pre>
 *
 * <p>A notice that is tried again has the same {@link Message#key}, by which mailboxes show it
 * once. Give it connections of its own where mails to customers are many. Thread-safe.
 */
public final class AlertMessages implements AlertChannel {

  private static final int MOST_RECIPIENTS = 50;

  private final Channel channel;
  private final List<String> to;

  private AlertMessages(Channel channel, List<String> to) {
    this.channel = channel;
    this.to = to;
  }

  /**
   * {@return alerts by a channel}
   *
   * @param channel how they are told
   * @param to who is told, 1 to 50 addresses in the channel's form
   */
  public static AlertMessages by(Channel channel, List<String> to) {
    unless(
        !to.isEmpty() && to.size() <= MOST_RECIPIENTS,
        "to",
        to.size(),
        "must be 1 to 50 addresses");
    return new AlertMessages(channel, List.copyOf(to));
  }

  /**
   * {@inheritDoc}
   *
   * @throws AlertNotSentException if somebody was not told, after all were tried; an address that
   *     is refused for good counts only when nobody else was told
   */
  @Override
  public void send(AlertNotice notice) {
    boolean told = false;
    @Nullable SendResult refused = null;
    @Nullable SendResult failed = null;
    for (String address : to) {
      SendResult result = channel.send(message(notice, address));
      if (result instanceof SendResult.Sent) {
        told = true;
      } else if (result instanceof SendResult.Refused) {
        refused = result;
      } else {
        failed = result;
      }
    }
    if (failed != null) {
      throw new AlertNotSentException(failed);
    }
    if (!told && refused != null) {
      throw new AlertNotSentException(refused);
    }
  }

  private static Message message(AlertNotice notice, String address) {
    String each = AlertText.id(notice) + address; // a channel sends what has one key once
    return new Message(
        "alert-" + UUID.nameUUIDFromBytes(each.getBytes(UTF_8)),
        Mode.LIVE,
        address,
        Locale.ENGLISH,
        new Content(AlertText.subject(notice), AlertText.text(notice), null, List.of()));
  }
}
