package io.travelsuite.notify.webhook;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.secret.Secret;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A partner whose name stands for the loopback, with two secrets. */
final class Partner {

  private final Clock clock = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
  private final EndpointId id = new EndpointId(UUID.randomUUID());
  private final OutboxEvent event =
      new OutboxEvent(
          UUID.randomUUID(),
          new OperatorId(UUID.randomUUID()),
          UUID.randomUUID(),
          2,
          "booking.confirmed",
          "{\"booking\":\"b\"}",
          Instant.parse("2027-01-15T08:30:00.123456Z"));
  private final Map<Integer, Secret> secrets =
      Map.of(1, StandardSignature.newSecret(), 2, StandardSignature.newSecret());

  Clock clock() {
    return clock;
  }

  Secret secret(int number) {
    return secrets.get(number);
  }

  String body() {
    return PartnerDelivery.body(event, "{\"booking\":\"b\"}");
  }

  /** Lets the loopback through, at one port. */
  Egress egress(TestCertificate certificate, int port) {
    return Egress.DEFAULT
        .ports(Set.of(port))
        .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
        .addresses(address -> null)
        .tls(certificate.context())
        .times(new Egress.Times(Duration.ofSeconds(20), Duration.ofSeconds(30)));
  }

  PartnerSender sender(Egress egress) {
    return PartnerSender.of(
        (endpoint, number) -> Optional.ofNullable(secrets.get(number)), clock, egress);
  }

  PartnerDelivery delivery(int port, SigningKeys keys) {
    return new PartnerDelivery(endpoint(id, port, keys), event.id(), body());
  }

  PartnerDelivery atAnotherEndpoint(int port) {
    EndpointId other = new EndpointId(UUID.randomUUID());
    return new PartnerDelivery(endpoint(other, port, SigningKeys.FIRST), event.id(), body());
  }

  PartnerDelivery large(int port) {
    String data = "{\"x\":\"" + "x".repeat(64 * 1024) + "\"}";
    return new PartnerDelivery(
        endpoint(id, port, SigningKeys.FIRST), event.id(), PartnerDelivery.body(event, data));
  }

  private PartnerEndpoint endpoint(EndpointId endpoint, int port, SigningKeys keys) {
    PartnerUrl url =
        PartnerUrl.of("https://" + TestCertificate.NAME + ":" + port + "/hooks?tenant=7");
    return new PartnerEndpoint(endpoint, event.operator(), url, Set.of("*"), keys, null);
  }
}
