package io.travelsuite.notify.alert;

import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerDelivery;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerSender;
import io.travelsuite.notify.webhook.SigningKeys;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells alerts to a program: a pager, a chat, a company's own. Signed as webhooks to partners are
 * (Standard Webhooks 1.0.0), with an id that is the same at every try:
 *
 * <pre>
 * {"type":"alert.found","timestamp":"2027-01-15T08:30:00Z",
 *  "data":{"rule":"…","severity":"CRITICAL","subject":"…","text":"…","count":1}}
 * </pre>
 *
 * <p>{@code alert.repeated} tells how often more it was found. Thread-safe; holds no connection
 * between calls.
 */
public final class AlertWebhook implements AlertChannel {

  private static final UUID NOBODY = new UUID(0, 0);

  private final PartnerSender sender;
  private final PartnerEndpoint endpoint;

  private AlertWebhook(PartnerSender sender, PartnerEndpoint endpoint) {
    this.sender = sender;
    this.endpoint = endpoint;
  }

  /**
   * {@return alerts to an address}
   *
   * @param url where to; what {@link Egress#check} allows
   * @param secret what they are signed by, as {@link
   *     io.travelsuite.notify.webhook.StandardSignature#newSecret} makes it
   * @param clock what the time of a try is read from
   * @param egress where they may go: {@link Egress#DEFAULT} for a service out there, another rule
   *     of addresses for one in the company's own network
   * @throws io.travelsuite.InvalidRequestException if the address is not allowed
   */
  public static AlertWebhook to(URI url, Secret secret, Clock clock, Egress egress) {
    PartnerEndpoint endpoint =
        new PartnerEndpoint(
            new EndpointId(NOBODY),
            new OperatorId(NOBODY),
            egress.check(url.toString()),
            Set.of("*"),
            SigningKeys.FIRST,
            null);
    return new AlertWebhook(
        PartnerSender.of((id, number) -> Optional.of(secret), clock, egress), endpoint);
  }

  /**
   * {@inheritDoc}
   *
   * @throws AlertNotSentException if it was not answered with 2xx
   */
  @Override
  public void send(AlertNotice notice) {
    PartnerDelivery delivery =
        new PartnerDelivery(endpoint, AlertText.id(notice), AlertText.json(notice));
    SendResult result = sender.send(delivery);
    if (!(result instanceof SendResult.Sent)) {
      throw new AlertNotSentException(result);
    }
  }
}
