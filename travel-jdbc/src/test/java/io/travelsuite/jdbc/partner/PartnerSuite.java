package io.travelsuite.jdbc.partner;

import io.travelsuite.alert.Alert;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.webhook.DeliveryReport;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerSender;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.secret.Secret;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Partners with servers on the loopback, and a clock that the test moves. */
abstract class PartnerSuite {

  static Fixture fixture;

  final TestClock clock = TestClock.create();
  final Secret secret = StandardSignature.newSecret();
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  Hooks hooks;
  JdbcPartners partners;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void start() {
    fixture.rows().update("DELETE FROM travel_partner_endpoint");
    fixture.rows().update("DELETE FROM travel_partner_delivery");
    hooks = Hooks.start();
    partners = on(JdbcTravel.builder(fixture.dataSource()).clock(clock).build());
  }

  @AfterEach
  void stop() {
    hooks.close();
  }

  JdbcPartners on(JdbcTravel travel) {
    Egress loopback =
        Egress.DEFAULT
            .plainToo()
            .ports(Set.of(hooks.port()))
            .addresses(address -> null)
            .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
            .times(new Egress.Times(Duration.ofSeconds(10), Duration.ofSeconds(20)));
    PartnerSender sender =
        PartnerSender.of((endpoint, number) -> Optional.of(secret), clock, loopback);
    return JdbcPartners.of(travel, sender, alerts::add);
  }

  OperatorId operator() {
    return fixture.operator().id();
  }

  EndpointId register(String path, String... types) {
    PartnerEndpoint endpoint =
        partners.endpoints().register(operator(), hooks.url(path), Set.of(types));
    return endpoint.id();
  }

  OutboxEvent event(String type) {
    UUID booking = UUID.randomUUID();
    return new OutboxEvent(
        UUID.randomUUID(),
        operator(),
        booking,
        1,
        type,
        "{\"booking\":\"" + booking + "\",\"paymentReference\":\"pi_1\"}",
        clock.instant());
  }

  int fanOut(OutboxEvent event) {
    try (Connection connection = fixture.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      int told = partners.fanOut(event, connection);
      connection.commit();
      return told;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DeliveryReport deliver() {
    return partners.deliver(1_000);
  }

  PartnerEndpoint endpoint(EndpointId id) {
    return partners.endpoints().find(id).orElseThrow();
  }

  long deliveries(String state) {
    return fixture
        .rows()
        .number("SELECT COUNT(*) FROM travel_partner_delivery WHERE state = ?", state);
  }
}
