package io.travelsuite.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.notify.channel.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that want to keep, exhaust or misuse whoever calls them. */
@SuppressWarnings("AddressSelection") // of literals: nothing is resolved
class HostilePartnerTest {

  private static final Duration SHORT = Duration.ofMillis(800);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final SendResult SENT = new SendResult.Sent(null);

  private static TestCertificate certificate;

  private final Partner partner = new Partner();

  @BeforeAll
  static void certify(@TempDir Path folder) {
    certificate = TestCertificate.create(folder);
  }

  private SendResult send(Egress egress, int port) {
    return partner.sender(egress).send(partner.delivery(port, SigningKeys.FIRST));
  }

  private SendResult sendTo(RawServer.Behaviour behaviour) throws IOException {
    return sendTo(behaviour, Duration.ofSeconds(30));
  }

  private SendResult sendTo(RawServer.Behaviour behaviour, Duration all) throws IOException {
    ServerSocketFactory tls = certificate.context().getServerSocketFactory();
    try (RawServer server = RawServer.start(tls, behaviour)) {
      Egress egress = partner.egress(certificate, server.port());
      return send(egress.times(new Egress.Times(LONG, all)), server.port());
    }
  }

  private static void drip(Socket connection) throws IOException, InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      RawServer.write(connection, "x");
      Thread.sleep(50);
    }
  }

  @Test
  void a_header_that_comes_byte_by_byte_ends_with_the_deadline() throws IOException {
    long start = System.nanoTime();

    SendResult result =
        sendTo(
            connection -> {
              RawServer.readRequest(connection);
              RawServer.write(connection, "HTTP/1.1 200 OK\r\nX: ");
              drip(connection);
            },
            Duration.ofSeconds(3));

    assertThat(result).isEqualTo(new SendResult.Unknown("timeout"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_handshake_that_never_comes_ends_with_the_deadline() throws IOException {
    try (RawServer server =
        RawServer.start(ServerSocketFactory.getDefault(), c -> Thread.sleep(20_000))) {
      Egress egress = partner.egress(certificate, server.port());

      assertThat(send(egress.times(new Egress.Times(SHORT, SHORT)), server.port()))
          .isEqualTo(new SendResult.Failed("timeout", null));
    }
  }

  @Test
  void a_body_without_end_is_not_read() throws IOException {
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(
                      connection, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
                  for (int i = 0; i < 10_000; i++) {
                    RawServer.write(connection, "x".repeat(8_192));
                  }
                }))
        .isEqualTo(SENT);
  }

  @Test
  void a_header_without_end_is_given_up() throws IOException {
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(connection, "HTTP/1.1 200 OK\r\n");
                  for (int i = 0; i < 10_000; i++) {
                    RawServer.write(connection, "X-" + i + ": " + "x".repeat(1_000) + "\r\n");
                  }
                }))
        .isEqualTo(new SendResult.Failed("bad-answer", null));
  }

  @Test
  void interim_answers_are_passed_over_and_too_many_are_given_up() throws IOException {
    String interim = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(connection, interim + "HTTP/1.1 204 No Content\r\n\r\n");
                }))
        .isEqualTo(SENT);
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(connection, interim.repeat(50));
                }))
        .isEqualTo(new SendResult.Failed("bad-answer", null));
  }

  @Test
  void a_connection_cut_before_the_answer_is_an_unknown_outcome() throws IOException {
    assertThat(sendTo(RawServer::readRequest)).isEqualTo(new SendResult.Unknown("connection-lost"));
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(connection, "HTTP/1.1 20");
                }))
        .isEqualTo(new SendResult.Unknown("connection-lost"));
  }

  @Test
  void what_is_no_http_is_a_failure() throws IOException {
    assertThat(
            sendTo(
                connection -> {
                  RawServer.readRequest(connection);
                  RawServer.write(connection, "220 mail.example ESMTP\r\n\r\n");
                }))
        .isEqualTo(new SendResult.Failed("bad-answer", null));
  }

  @Test
  void nobody_there_is_a_failure() throws IOException {
    try (Socket held =
        new Socket()) { // a port that is free could be somebody else's the next moment
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = held.getLocalPort();
      assertThat(send(partner.egress(certificate, port), port))
          .isEqualTo(new SendResult.Failed("connection", null));
    }
  }

  @Test
  void a_server_with_anothers_certificate_or_one_that_nobody_trusts_gets_nothing(
      @TempDir Path folder) {
    try (PartnerServer server = PartnerServer.start(certificate.context())) {
      Egress strangers =
          partner.egress(certificate, server.port()).tls(TestCertificate.create(folder).context());
      PartnerDelivery delivery = partner.delivery(server.port(), SigningKeys.FIRST);
      PartnerEndpoint e = delivery.endpoint();
      PartnerUrl other = new PartnerUrl(true, "other.partner.example", server.port(), "/hooks");
      PartnerDelivery misnamed =
          new PartnerDelivery(
              new PartnerEndpoint(e.id(), e.operator(), other, e.types(), e.keys(), null),
              delivery.event(),
              delivery.body());

      SendResult refused = new SendResult.Failed("tls", null);
      assertThat(partner.sender(strangers).send(delivery)).isEqualTo(refused);
      assertThat(partner.sender(partner.egress(certificate, server.port())).send(misnamed))
          .isEqualTo(refused);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_name_that_stands_for_the_loopback_is_not_connected_to() throws IOException {
    try (RawServer server = RawServer.start(ServerSocketFactory.getDefault(), c -> {})) {
      Egress guarded =
          partner.egress(certificate, server.port()).addresses(AddressRule.publicOnly());

      assertThat(send(guarded, server.port()))
          .isEqualTo(new SendResult.Failed("address-refused", null));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void control_without_the_rule_the_loopback_is_connected_to() throws IOException {
    try (RawServer server = RawServer.start(ServerSocketFactory.getDefault(), c -> {})) {
      send(partner.egress(certificate, server.port()), server.port());

      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void one_bad_address_among_good_ones_is_enough() throws IOException {
    InetAddress good = InetAddress.getByName("203.0.112.1");
    try (RawServer server = RawServer.start(ServerSocketFactory.getDefault(), c -> {})) {
      Egress mixed =
          partner
              .egress(certificate, server.port())
              .addresses(AddressRule.publicOnly())
              .resolver(host -> List.of(good, InetAddress.getLoopbackAddress()));

      assertThat(send(mixed, server.port()))
          .isEqualTo(new SendResult.Failed("address-refused", null));
      assertThat(server.connections()).isZero();
    }
  }

  /** Answers each time with the next address: what a name does that is rebound. */
  private static Resolver rebinding(String... literals) {
    Deque<String> next = new ArrayDeque<>(List.of(literals));
    return host ->
        List.of(InetAddress.getByAddress(host, InetAddress.getByName(next.pop()).getAddress()));
  }

  @Test
  void the_connection_goes_to_the_address_that_was_checked_whatever_the_name_says_next()
      throws IOException {
    try (PartnerServer server = PartnerServer.start(certificate.context())) {
      // 127.0.0.2 plays the public address, 127.0.0.1 the inside one where the server listens
      AddressRule inside =
          address -> address.getHostAddress().equals("127.0.0.1") ? "loopback" : null;
      Egress egress =
          partner
              .egress(certificate, server.port())
              .addresses(inside)
              .resolver(rebinding("127.0.0.2", "127.0.0.1"));

      assertThat(send(egress, server.port())).isEqualTo(new SendResult.Failed("connection", null));
      assertThat(send(egress, server.port()))
          .isEqualTo(new SendResult.Failed("address-refused", null));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void control_a_check_of_a_name_that_is_resolved_again_to_connect_lets_it_in() throws IOException {
    Resolver rebinding = rebinding("203.0.112.1", "127.0.0.1");
    AddressRule rule = AddressRule.publicOnly();
    try (RawServer server =
        RawServer.start(ServerSocketFactory.getDefault(), c -> RawServer.readRequest(c))) {
      InetAddress checked = rebinding.resolve(TestCertificate.NAME).get(0);
      assertThat(rule.refusal(checked)).isNull();
      InetAddress connectedTo = rebinding.resolve(TestCertificate.NAME).get(0);
      try (Socket socket = new Socket(connectedTo, server.port())) {
        assertThat(socket.isConnected()).isTrue();
      }
      assertThat(rule.refusal(connectedTo)).isEqualTo("loopback");
    }
  }

  @Test
  void a_name_that_nobody_knows_is_a_failure() {
    Egress egress =
        partner
            .egress(certificate, 443)
            .resolver(
                host -> {
                  throw new UnknownHostException(host);
                });
    assertThat(send(egress, 443)).isEqualTo(new SendResult.Failed("no-address", null));
  }
}
