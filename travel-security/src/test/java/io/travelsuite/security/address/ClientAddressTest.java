package io.travelsuite.security.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Costs;
import io.travelsuite.security.Vectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static final AddressRanges CDN =
      AddressRanges.file(Vectors.text("xff/cloudflare-ranges.txt"));

  private static RequestHeaders headers(String name, String... values) {
    return RequestHeaders.of(Map.of(name, List.of(values)));
  }

  private static String text(Optional<IpAddress> address) {
    return address.map(IpAddress::toString).orElse("unknown");
  }

  @Test
  void a_cdns_header_is_believed_from_the_cdns_own_addresses_only() {
    ClientAddress address = ClientAddress.header("CF-Connecting-IP", CDN);
    RequestHeaders headers = headers("cf-connecting-ip", "198.51.100.7");

    assertThat(text(address.of("173.245.48.5:443", headers))).isEqualTo("198.51.100.7");
    assertThat(text(address.of("203.0.113.9:443", headers))).isEqualTo("203.0.113.9");
    assertThat(text(address.of("[2400:cb00::1]:443", headers))).isEqualTo("198.51.100.7");
  }

  @Test
  void control_without_the_check_of_the_peer_anybody_is_whoever_they_say() {
    ClientAddress careless =
        ClientAddress.header("CF-Connecting-IP", AddressRanges.of("0.0.0.0/0"));

    assertThat(text(careless.of("203.0.113.9", headers("CF-Connecting-IP", "198.51.100.7"))))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void a_second_value_of_a_header_that_holds_one_makes_the_address_unknown() {
    ClientAddress address = ClientAddress.header("CF-Connecting-IP", CDN);

    assertThat(address.of("173.245.48.5", headers("CF-Connecting-IP", "1.1.1.1", "2.2.2.2")))
        .isEmpty();
  }

  @Test
  void what_a_client_writes_left_of_the_proxies_own_entry_changes_nothing() {
    ClientAddress address = ClientAddress.forwarded("Forwarded", AddressRanges.of("10.0.0.0/8"));
    for (String forged : List.of("for=1.1.1.1", "for=\"", "for=10.0.0.1", "\\\",;;=,", "")) {
      RequestHeaders headers = headers("Forwarded", forged + ", for=198.51.100.7", "for=10.0.0.2");

      assertThat(text(address.of("10.0.0.3", headers))).as(forged).isEqualTo("198.51.100.7");
    }
  }

  @Test
  void a_client_that_a_proxy_hides_is_unknown_and_not_looked_for_further_left() {
    ClientAddress address =
        ClientAddress.forwarded("X-Forwarded-For", AddressRanges.of("10.0.0.0/8"));

    assertThat(address.of("10.0.0.3", headers("X-Forwarded-For", "1.1.1.1, unknown, 10.0.0.2")))
        .isEmpty();
  }

  @Test
  void ipv6_clients_are_counted_by_their_network_and_ipv4_ones_by_their_address() {
    assertThat(IpAddress.parse("2001:db8:1:2:3:4:5:6").orElseThrow().network())
        .isEqualTo("2001:db8:1:2::/64")
        .isEqualTo(IpAddress.parse("2001:db8:1:2::9").orElseThrow().network());
    assertThat(IpAddress.parse("::ffff:192.0.2.1").orElseThrow().network()).isEqualTo("192.0.2.1");
    assertThat(IpAddress.parse("fe80::1%eth0").orElseThrow().network()).isEqualTo("fe80::/64");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.1.1/16, 1.1.0.0/16",
    "2607:f8b0:4004:83f::200e/48, 2607:f8b0:4004::/48",
    "::ffff:188.0.2.128/112, 188.0.0.0/16",
    "::ffff:bc15:0006/104, 188.0.0.0/8",
    "64:ff9b::188.0.2.128/112, 64:ff9b::bc00:0/112",
    "0.0.0.0/0, 0.0.0.0/0",
    "::/0, ::/0",
    "1.1.1.1, 1.1.1.1/32"
  })
  void a_range_is_read_and_cleared_of_what_is_beyond_its_bits(String text, String range) {
    assertThat(AddressRange.parse(text)).hasToString(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nope",
        "1.1.1.1/33",
        "::/129",
        "1.1.1.1/",
        "1.1.1.1/-1",
        "1.1.1.1/08",
        "fe80::1%a/64",
        "::ffff:1.1.1.1/95",
        "1.1.1/8",
        "1.1.1.1/8/8"
      })
  void what_is_no_range_is_refused(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01.1.1.1",
        "1.1.1",
        "1.1.1.1.1",
        "1.1.1.256",
        "1.1.1.-1",
        "１.1.1.1",
        "0x1.1.1.1",
        "1",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "::12345",
        "::g",
        "1:2:3:4:5:6:7::8",
        "::1.2.3",
        "1.2.3.4::",
        "[::1]",
        "::1%",
        "::1%a b",
        "1.1.1.1%eth0",
        "localhost",
        "::ffff:1.1.1.1%e"
      })
  void what_is_no_address_is_none(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1:", "1.1.1.1:65536", "1.1.1.1:a", "[::1", "[::1]80", "[1.1.1.1]", "[]:80"})
  void what_is_no_host_is_none(String text) {
    assertThat(IpAddress.parseHost(text)).isEmpty();
  }

  @Test
  void an_address_that_was_written_is_read_again_as_the_same() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      long high = random.nextLong() & (random.nextBoolean() ? -1 : 0xffff_0000_0000_ffffL);
      long low = random.nextLong() & (random.nextBoolean() ? -1 : 0x0000_0000_ffff_0000L);
      IpAddress address = new IpAddress(random.nextBoolean() ? high : 0, low, "");

      assertThat(IpAddress.parse(address.toString())).contains(address);
      assertThat(IpAddress.parseHost("[" + address + "]:1").isPresent()).isEqualTo(!address.isV4());
    }
  }

  /** {@code -Dtravel.seed} repeats a run, {@code -Dtravel.fuzz} sets how many tries it has. */
  @Test
  void no_header_makes_the_resolver_throw() {
    long seed = Long.getLong("travel.seed", System.nanoTime());
    System.out.println("fuzzing forwarded headers: seed " + seed);
    Random random = new Random(seed);
    String alphabet = "0123456789abf:.,;=\"[]%/\\ \tfor_FORby-\0é😀";
    for (int i = 0; i < Integer.getInteger("travel.fuzz", 50_000); i++) {
      StringBuilder text = new StringBuilder();
      for (int at = random.nextInt(60); at > 0; at--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (String header : List.of("X-Forwarded-For", "Forwarded")) {
        ClientAddress address = ClientAddress.forwarded(header, AddressRanges.PRIVATE);
        address.of("10.0.0.1", headers(header, text.toString()));
        address.of(text.toString(), RequestHeaders.none());
      }
    }
  }

  @Test
  void a_megabyte_of_header_is_read_in_linear_time() {
    for (String part : List.of(",", ";", "for=", "1.1.1.1,", "\"", "for=10.0.0.1,", "::", "[")) {
      String value = part.repeat(1_000_000 / part.length());
      for (String header : List.of("X-Forwarded-For", "Forwarded")) {
        ClientAddress client = ClientAddress.forwarded(header, AddressRanges.PRIVATE);
        assertThat(Costs.seconds(() -> client.of("10.0.0.1", headers(header, value))))
            .as(part)
            .isLessThan(2); // quadratic: minutes
      }
    }
  }
}
