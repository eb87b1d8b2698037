package io.travelsuite.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.Samples.Typed;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.NoticeLine;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFormsTest {

  private final MessageTemplates templates = MessageTemplates.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | EUR 1234.5   | €1,234.50
          en    | JPY 1234     | ¥1,234
          en    | KWD 1234.567 | KWD 1,234.567
          de    | EUR 1234.5   | 1.234,50 €
          de-CH | CHF 1234.5   | CHF 1’234.50
          de    | JPY 1234     | 1.234 ¥
          de    | KWD 0.005    | 0,005 KWD
          he    | ILS 1234.5   | 1,234.50 ₪
          en    | USD -1.5     | -$1.50
          """)
  void amounts_have_the_form_of_the_locale_and_the_digits_of_the_currency(
      String tag, String money, String expected) {
    String text = MoneyText.of(Money.parse(money), Locale.forLanguageTag(tag));

    assertThat(text.replaceAll("[\u200e\u200f]", "").replaceAll("\\p{Zs}", " "))
        .isEqualTo(expected);
  }

  @Test
  void an_hour_that_comes_twice_is_told_by_the_name_of_its_zone() {
    ZonedDateTime first =
        LocalDateTime.parse("2027-10-31T02:30").atZone(Samples.BERLIN).withEarlierOffsetAtOverlap();

    assertThat(TimeText.zone(first, Locale.ENGLISH))
        .isEqualTo("Central European Summer Time, UTC+02:00");
    assertThat(TimeText.zone(first.plusHours(1), Locale.ENGLISH))
        .isEqualTo("Central European Standard Time, UTC+01:00");
    assertThat(TimeText.time(first, Locale.GERMAN))
        .isEqualTo(TimeText.time(first.plusHours(1), Locale.GERMAN));
    ZonedDateTime utc = first.withZoneSameInstant(ZoneId.of("UTC"));
    assertThat(TimeText.zone(utc, Locale.ENGLISH)).endsWith(", UTC");
  }

  @Test
  void both_ends_of_a_trip_over_the_change_are_told_by_their_own_clock() {
    String mail =
        templates.mail(Samples.notice(NoticeKind.CONFIRMED, Locale.GERMAN), List.of()).text();

    assertThat(mail)
        .contains(
            "Abfahrt: Samstag, 27. März 2027, 23:30 Uhr (Mitteleuropäische Normalzeit, UTC+01:00)")
        .contains(
            "Ankunft: Sonntag, 28. März 2027, 06:30 Uhr (Mitteleuropäische Sommerzeit, UTC+02:00)")
        .containsOnlyOnce("Die Uhren gehen");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 0, other", "en, 1, one", "en, 2, other", "en, 1000000, other", "de, 1, one",
    "de, 21, other", "he, 1, one", "he, 2, two", "he, 0, other", "he, 20, other"
  })
  void numbers_take_the_form_that_cldr_says(String language, long number, String form) {
    PluralRule rule = language.equals("he") ? PluralRule.ONE_TWO_OTHER : PluralRule.ONE_OTHER;

    assertThat(rule.form().apply(number)).isEqualTo(form);
    assertThat(rule.forms()).contains(form);
  }

  @ParameterizedTest
  @CsvSource({
    "en, adult, 1, 1 adult",
    "en, adult, 3, 3 adults",
    "en, , 2, 2 places",
    "en, kayak, 2, 2 × kayak",
    "de, adult, 1, 1 Erwachsener",
    "de, , 1234, 1.234 Plätze",
    "he, adult, 2, שני מבוגרים",
    "he, child, 1, ילד אחד"
  })
  void units_are_counted_in_words(String tag, String unit, int count, String expected) {
    Locale locale = Locale.forLanguageTag(tag);
    BookedLine line = Samples.line(0, unit, Math.min(count, 2000), List.of());
    String mail = templates.mail(with(locale, line), List.of()).text();

    assertThat(mail).contains(": " + expected + "\n");
  }

  private static BookingNotice with(Locale locale, BookedLine line) {
    BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, locale);
    NoticeLine only = Samples.noticeLine(line, Typed.plain(locale));
    return new BookingNotice(
        notice.kind(),
        notice.booking(),
        locale,
        notice.sender(),
        List.of(only),
        List.of(),
        null,
        notice.links());
  }

  @Test
  void lines_of_one_trip_are_told_together() {
    String mail =
        templates.mail(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH), List.of()).text();

    assertThat(mail)
        .containsOnlyOnce("Departure:")
        .contains("Booked: 2 adults, 1 child\nSeats: 12A, 12B, 12C\nPrice: €148.50\n");
  }

  @Test
  void an_sms_in_english_or_german_stays_in_the_short_alphabet() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      for (NoticeKind kind : NoticeKind.values()) {
        Typed typed = new Typed("A", "Nightline", "Coach", "ZOB");
        String sms = templates.sms(Samples.notice(kind, locale, typed)).text();
        assertThat(sms).matches("[ -~äöüÄÖÜß€]+").doesNotContain("{", "}");
      }
    }
  }

  @Test
  void links_stand_alone_so_that_nothing_becomes_part_of_them() {
    for (Locale locale : Samples.LANGUAGES) {
      BookingNotice notice = Samples.notice(NoticeKind.HELD, locale);
      assertThat(templates.mail(notice, List.of()).text().lines())
          .contains(
              "https://example.com/pay/7KQ2M9XHWD", "https://example.com/b/7KQ2M9XHWD?t=1&x=2");
      assertThat(templates.sms(notice).text()).endsWith(" https://example.com/pay/7KQ2M9XHWD");
    }
  }

  @Test
  void what_is_told_fits_its_kind() {
    String cancelled =
        templates.mail(Samples.notice(NoticeKind.CANCELLED, Locale.ENGLISH), List.of()).text();
    assertThat(cancelled).contains("Refund: €148.50").doesNotContain("Total:").contains("2 adults");
    String failed =
        templates.mail(Samples.notice(NoticeKind.PAYMENT_FAILED, Locale.ENGLISH), List.of()).text();
    assertThat(failed).contains("until Saturday, March 20, 2027, 11:20", "Try again:\nhttps://");
  }
}
