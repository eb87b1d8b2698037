package io.travelsuite.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are the test numbers that the networks and providers publish; nobody's card. */
class CardNumbersTest {

  private static final List<String> CARDS =
      List.of(
          "4242424242424242",
          "4111111111111111",
          "4000002500003155",
          "4222222222222",
          "5555555555554444",
          "5105105105105100",
          "2223003122003222",
          "378282246310005",
          "371449635398431",
          "6011111111111117",
          "6011000990139424",
          "3056930009020004",
          "30569309025904",
          "38520000023237",
          "3566002020360505",
          "6200000000000005",
          "6205500000000000004",
          "6759649826438453",
          "2200000000000004");

  static Stream<String> written() {
    return CARDS.stream()
        .flatMap(
            card ->
                Stream.of(
                        "", " ", "-", ".", "/", "_", "\u00a0", "\u2011", "\u200b", "  ", " - ", "+",
                        "%20", "\t")
                    .flatMap(gap -> Stream.of(grouped(card, gap), spread(card, gap))));
  }

  private static String grouped(String card, String gap) {
    String fours = card.replaceAll("(.{4})(?=.)", "$1" + gap);
    return card.length() == 15
        ? card.replaceAll("(.{4})(.{6})(.{5})", "$1" + gap + "$2" + gap + "$3")
        : fours;
  }

  private static String spread(String card, String gap) {
    return String.join(gap, card.split(""));
  }

  @Test
  void every_published_test_number_is_found() {
    assertThat(CARDS).allMatch(CardNumbers::found);
  }

  @ParameterizedTest
  @MethodSource("written")
  void a_card_number_is_found_however_it_is_written(String card) {
    for (String around :
        List.of("%s", "card %s, exp 03/30", "{\"note\":\"%s\"}", "pan=%s&cvc=123", "x%sy")) {
      String text = around.formatted(card);
      assertThat(CardNumbers.found(text)).as(text).isTrue();
      String redacted = CardNumbers.redact(text);
      assertThat(CardNumbers.found(redacted)).as(redacted).isFalse();
      assertThat(redacted).contains("[card …");
    }
  }

  @Test
  void digits_of_any_script_and_neighbours_of_other_groups_do_not_hide_it() {
    assertThat(CardNumbers.found("４２４２ ４２４２ ４２４２ ４２４２")).isTrue();
    assertThat(CardNumbers.found("2026-11-26 4242 4242 4242 4242 03/30 123")).isTrue();
    assertThat(CardNumbers.found("on 26 4242 4242 4242 4242 03 30")).isTrue();
    assertThat(CardNumbers.found("4242-4242 4242.4242")).isTrue();
    assertThat(CardNumbers.found("3782 822463-10005")).isTrue();
    assertThat(CardNumbers.redact("a 4242-4242-4242-4242, b 5555555555554444."))
        .isEqualTo("a [card …4242], b [card …4444].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424241",
        "2026-11-26T21:46:39.123456789Z",
        "2026-11-26 21:46:39 2026-11-27 22:47:40",
        "20261126214639123",
        "1764193599123",
        "1764193599123456",
        "1764193599123456789",
        "+49 1511 1234567",
        "+4915111234567",
        "004915111234567",
        "+44 20 7946 0018, +44 20 7946 0020",
        "550e8400-e29b-41d4-a716-446655440000",
        "pi_1PgafyB7WZ01zgkWSjxsAJo3",
        "978-3-16-148410-0",
        "0000000000000000",
        "42424242424242424242424242",
        "192.168.100.200, 10.0.0.1",
        "EUR 1,234,567,890.00",
        "4241, 4242, 4243, 4244, 4245",
        "4242\n4242\n4242\n4242"
      })
  void what_is_none_is_let_through(String text) {
    assertThat(CardNumbers.found(text)).isFalse();
    assertThat(CardNumbers.redact(text)).isSameAs(text);
  }

  @Test
  void times_and_uuids_are_never_taken_for_one() {
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      long second = 1_000_000_000L + random.nextInt(1_200_000_000);
      assertThat(CardNumbers.found(second + "" + random.nextInt(100, 1000))).isFalse();
      assertThat(CardNumbers.found(second + "" + random.nextInt(100_000, 1_000_000))).isFalse();
      UUID id = new UUID(random.nextLong(), random.nextLong() >>> 2 | Long.MIN_VALUE);
      assertThat(CardNumbers.found(id.toString())).as("%s", id).isFalse();
    }
  }

  @Test
  void control_without_the_luhn_check_ten_times_as_many_numbers_would_be_refused() {
    Random random = new Random(6);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      refused += CardNumbers.found("4" + (100_000_000_000_000L + random.nextInt(1 << 30))) ? 1 : 0;
    }
    assertThat(refused).isBetween(800, 1200);
  }

  @Test
  void a_megabyte_is_read_in_linear_time() {
    String evil = "4242 ".repeat(200_000) + "4242-4242 ".repeat(100_000) + "4".repeat(1_000_000);
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofMinutes(1), () -> CardNumbers.redact(evil));
  }

  @Test
  void a_refusal_and_an_alert_do_not_show_the_number() {
    assertThatThrownBy(() -> CardNumbers.refuse("note", "my card 4242424242424242"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("note")
        .hasMessageNotContaining("4242");
    CardNumbers.refuse("note", null);
    CardNumbers.refuse("note", "window seat");
    Alert alert = new Alert("a.b", Alert.Severity.NOTICE, "4242424242424242", "4242424242424242");
    assertThat(alert.toString()).doesNotContain("42424242");
  }
}
