package io.travelsuite.security.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 129 vectors of realclientip-go. Their server listens on a Unix socket where a case has no
 * peer, which a {@link ClientAddress} is told; without that none of them believes a header.
 */
class ClientAddressVectorsTest {

  private static final JsonNode CASES = Vectors.json("xff/xff-cases.json");

  /**
   * Where this library fails closed and the vectors do not: a peer that is no address is nobody to
   * believe; a peer that is not trusted is the client itself; and what a trusted proxy could not
   * name is not looked for further left, in what the client may have written.
   */
  private static final Map<String, String> DEVIATIONS =
      Map.of(
          "RightmostTrustedRange: Peer garbage: walks header as normal", "",
          "RightmostTrustedRange: Peer unspecified IP: walks header as normal", "",
          "RightmostNonPrivate: Fail: XFF: no header", "9.9.9.9",
          "RightmostNonPrivate: XFF: rightmost not desirable", "",
          "RightmostNonPrivate: Forwarded: rightmost not desirable", "");

  record Case(JsonNode json) {

    String text(String field) {
      return json.path(field).asText("");
    }

    @Override
    public String toString() {
      return text("strategy") + ": " + text("name");
    }

    RequestHeaders headers() {
      Map<String, List<String>> headers = new HashMap<>();
      json.path("headers")
          .properties()
          .forEach(
              field -> {
                List<String> values = new ArrayList<>();
                field.getValue().forEach(value -> values.add(value.asText()));
                headers.put(field.getKey(), values);
              });
      return RequestHeaders.of(headers);
    }

    AddressRanges ranges() {
      JsonNode ranges = json.path("trustedRanges");
      if (ranges.isTextual()) {
        return AddressRanges.file(Vectors.text("xff/cloudflare-ranges.txt"));
      }
      return AddressRanges.of(
          StreamSupport.stream(ranges.spliterator(), false)
              .map(JsonNode::asText)
              .toArray(String[]::new));
    }

    ClientAddress address() {
      String header = text("headerName");
      return switch (text("strategy")) {
        case "RemoteAddr" -> ClientAddress.ofPeer();
        case "SingleIPHeader" -> ClientAddress.header(header, AddressRanges.of());
        case "RightmostNonPrivate" -> ClientAddress.forwarded(header, AddressRanges.PRIVATE);
        case "RightmostTrustedCount" ->
            ClientAddress.forwarded(header, AddressRanges.of(), json.path("trustedCount").asInt());
        case "RightmostTrustedRange" -> ClientAddress.forwarded(header, ranges());
        default -> throw new IllegalArgumentException(toString());
      };
    }
  }

  static Stream<Case> cases() {
    return StreamSupport.stream(CASES.path("clientIp").spliterator(), false).map(Case::new);
  }

  static Stream<JsonNode> items() {
    return StreamSupport.stream(CASES.path("forwardedListItem").spliterator(), false);
  }

  @Test
  void there_are_129_of_them_and_every_deviation_is_one() {
    assertThat(cases().count() + items().count()).isEqualTo(129);
    assertThat(cases().map(Case::toString).toList()).containsAll(DEVIATIONS.keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_case_is_answered_as_its_vector_says(Case vector) {
    assumeFalse(vector.text("strategy").equals("LeftmostNonPrivate"), "below: there is none here");
    if (vector.json().path("wantErr").asBoolean()) {
      assertThatThrownBy(vector::address).isInstanceOf(InvalidRequestException.class);
      return;
    }
    String wanted = DEVIATIONS.getOrDefault(vector.toString(), vector.text("want"));
    ClientAddress address = vector.address().overUnixSocket();

    assertThat(address.of(vector.text("remoteAddr"), vector.headers())).isEqualTo(parsed(wanted));
  }

  /** No such strategy is offered, but the hops are read alike from either end. */
  @ParameterizedTest
  @MethodSource("cases")
  void the_leftmost_public_address_is_read_as_its_vector_says(Case vector) {
    assumeFalse(!vector.text("strategy").equals("LeftmostNonPrivate"), "above");
    String header = vector.text("headerName");
    if (vector.json().path("wantErr").asBoolean()) {
      assertThatThrownBy(() -> ForwardedHops.named(header))
          .isInstanceOf(InvalidRequestException.class);
      return;
    }
    Optional<IpAddress> leftmost =
        ForwardedHops.named(header).fromTheRight(vector.headers().values(header)).stream()
            .flatMap(Optional::stream)
            .filter(hop -> !AddressRanges.PRIVATE.contains(hop))
            .reduce((right, left) -> left);

    assertThat(leftmost).isEqualTo(parsed(vector.text("want")));
  }

  @ParameterizedTest
  @MethodSource("items")
  void every_item_of_forwarded_is_read_as_its_vector_says(JsonNode item) {
    IpAddress read = ForwardedHops.FORWARDED.address(item.path("forwardedItem").asText());

    assertThat(Optional.ofNullable(read)).isEqualTo(parsed(item.path("want").asText("")));
  }

  /** Every vector that has no peer but wants what a header says is refused unless told so. */
  @Test
  void without_a_unix_socket_no_header_is_believed_of_a_peer_without_an_address() {
    Set<String> nobody = Set.of("", "@", "ohno", "0.0.0.0", "::");
    List<Case> unknown =
        cases()
            .filter(one -> nobody.contains(one.text("remoteAddr")))
            .filter(one -> !one.text("strategy").equals("LeftmostNonPrivate"))
            .filter(one -> !one.json().path("wantErr").asBoolean())
            .toList();

    assertThat(unknown).hasSizeGreaterThan(40);
    assertThat(unknown)
        .allMatch(one -> one.address().of(one.text("remoteAddr"), one.headers()).isEmpty());
    assertThat(unknown).anyMatch(one -> !one.text("want").isEmpty());
  }

  /** A vector writes it with its IPv4 tail; "null" stands for none. */
  private static Optional<IpAddress> parsed(String text) {
    Optional<IpAddress> address = IpAddress.parse(text);
    assertThat(address.isPresent()).isEqualTo(!text.isEmpty() && !text.equals("null"));
    return address;
  }
}
