package io.travelsuite.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmsSegmentsTest {

  static Stream<Arguments> texts() {
    String emoji = "\ud83d\ude8c";
    return Stream.of(
        Arguments.of("", SmsEncoding.GSM_7, 0, 1),
        Arguments.of("a".repeat(160), SmsEncoding.GSM_7, 160, 1),
        Arguments.of("a".repeat(161), SmsEncoding.GSM_7, 161, 2),
        Arguments.of("a".repeat(306), SmsEncoding.GSM_7, 306, 2),
        Arguments.of("a".repeat(307), SmsEncoding.GSM_7, 307, 3),
        Arguments.of("€".repeat(80), SmsEncoding.GSM_7, 160, 1),
        Arguments.of("a" + "€".repeat(80), SmsEncoding.GSM_7, 161, 2),
        // an escape and its letter stay together: 76 of them leave a septet of 153 empty
        Arguments.of("€".repeat(152), SmsEncoding.GSM_7, 304, 2),
        Arguments.of("€".repeat(153), SmsEncoding.GSM_7, 306, 3),
        Arguments.of("£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\n\r", SmsEncoding.GSM_7, 43, 1),
        Arguments.of("[]{}\\^~|€\f", SmsEncoding.GSM_7, 20, 1),
        Arguments.of("ç", SmsEncoding.UCS_2, 1, 1),
        Arguments.of("`", SmsEncoding.UCS_2, 1, 1),
        Arguments.of("ш".repeat(70), SmsEncoding.UCS_2, 70, 1),
        Arguments.of("ш".repeat(71), SmsEncoding.UCS_2, 71, 2),
        Arguments.of("ш".repeat(134), SmsEncoding.UCS_2, 134, 2),
        Arguments.of("ш".repeat(135), SmsEncoding.UCS_2, 135, 3),
        Arguments.of(emoji.repeat(35), SmsEncoding.UCS_2, 70, 1),
        // both halves of an emoji stay together: 33 of them leave one of 67 empty
        Arguments.of(emoji.repeat(66), SmsEncoding.UCS_2, 132, 2),
        Arguments.of(emoji.repeat(67), SmsEncoding.UCS_2, 134, 3));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void segments_are_counted_as_they_are_paid(
      String text, SmsEncoding encoding, int units, int count) {
    assertThat(SmsSegments.of(text)).isEqualTo(new SmsSegments(encoding, units, count));
  }
}
