package io.travelsuite.notify.calendar;

import static io.travelsuite.notify.calendar.ReadCalendar.offset;
import static io.travelsuite.notify.calendar.ReadCalendar.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.Naughty;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.Samples.Typed;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.NoticeLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read by ical4j, which has nothing of the writer. */
class TripCalendarTest {

  private static final Instant NOW = Instant.parse("2027-03-20T10:05:00Z");

  private final TripCalendar calendar =
      new TripCalendar("example.com", Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeAll
  static void ical4jLooksNothingUpElsewhere() {
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, false);
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponents(Component.VEVENT).get(0);
  }

  private static String value(VEvent event, String name) {
    return event.<Property>getProperty(name).orElseThrow().getValue();
  }

  private Attachment only(BookingNotice notice) {
    assertThat(calendar.files(notice)).hasSize(1);
    return calendar.files(notice).get(0);
  }

  @Test
  void a_confirmed_trip_is_an_accepted_invitation() {
    BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, Locale.GERMAN);
    Attachment file = only(notice);
    Calendar read = read(file);
    VEvent event = event(read);

    assertThat(file.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
    assertThat(read.<Property>getProperty("METHOD").orElseThrow().getValue()).isEqualTo("REQUEST");
    assertThat(value(event, "SUMMARY")).isEqualTo("Nachtbus Berlin – Wien");
    assertThat(value(event, "LOCATION")).isEqualTo("Berlin ZOB, Masurenallee 4–6, 14057 Berlin");
    assertThat(value(event, "DESCRIPTION")).isEqualTo("Nightline GmbH\n7KQ2M9XHWD\n12A, 12B, 12C");
    assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(event, "SEQUENCE")).isEqualTo("2");
    assertThat(value(event, "DTSTAMP")).isEqualTo("20270320T100500Z");
    assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:help@example.com");
    Property attendee = event.<Property>getProperty("ATTENDEE").orElseThrow();
    assertThat(attendee.getValue()).isEqualTo("mailto:guest@example.com");
    assertThat(attendee.<Parameter>getParameter("CN").orElseThrow().getValue())
        .isEqualTo("Jürgen Groß");
  }

  @Test
  void a_departure_before_the_change_of_clocks_ends_after_it_by_the_right_clock() {
    Calendar read = read(only(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH)));
    VEvent event = event(read);

    assertThat(value(event, "DTSTART")).isEqualTo("20270327T233000");
    assertThat(value(event, "DTEND")).isEqualTo("20270328T063000");
    assertThat(instant(event.<Temporal>getDateTimeStart().getDate()))
        .isEqualTo(Samples.DEPARTURE.toInstant());
    assertThat(instant(event.<Temporal>getDateTimeEnd().getDate()))
        .isEqualTo(Samples.ARRIVAL.toInstant());
    // and by the file's own rules alone, without what ical4j knows of the zone
    assertThat(offset(read, "Europe/Berlin", Samples.DEPARTURE)).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(offset(read, "Europe/Vienna", Samples.ARRIVAL)).isEqualTo(ZoneOffset.ofHours(2));
  }

  private static Instant instant(Temporal date) {
    return ZonedDateTime.from(date).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2", "America/New_York, 2", "Australia/Sydney, 2", "America/Santiago, 0",
    "Africa/Casablanca, 0", "Asia/Tokyo, 0", "Asia/Kathmandu, 0", "Europe/Dublin, 2",
    "Asia/Jerusalem, 0", "Pacific/Apia, 0", "America/Sao_Paulo, 0", "Europe/London, 2"
  })
  void a_zones_block_has_the_zones_offsets_around_the_departure(String id, int rules) {
    ZoneId zone = ZoneId.of(id);
    for (int day = 0; day < 366; day += 14) {
      ZonedDateTime start = ZonedDateTime.of(2027, 1, 3, 12, 0, 0, 0, zone).plusDays(day);
      Calendar read = read(file(start));
      assertThat(read.toString().split("RRULE:", -1)).as(id).hasSizeGreaterThan(rules);
      for (ZonedDateTime when : List.of(start, start.plusDays(1), start.plusDays(30))) {
        assertThat(offset(read, id, when)).as("%s %s", id, when).isEqualTo(when.getOffset());
      }
    }
  }

  private Attachment file(ZonedDateTime start) {
    BookedLine booked = Samples.line(0, "adult", 1, List.of());
    NoticeLine line = new NoticeLine(booked, "Trip", null, null, start, start.plusHours(1));
    return only(withLines(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH), List.of(line)));
  }

  private static BookingNotice withLines(BookingNotice notice, List<NoticeLine> lines) {
    return new BookingNotice(
        notice.kind(),
        notice.booking(),
        notice.locale(),
        notice.sender(),
        lines,
        List.of(),
        null,
        notice.links());
  }

  @Test
  void a_change_raises_the_sequence_and_keeps_the_uid_and_a_cancellation_cancels_it() {
    BookingNotice confirmed = Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH);
    VEvent first = event(read(only(confirmed)));
    BookingNotice changed = withVersion(confirmed, 3, BookingState.CONFIRMED);
    VEvent second = event(read(only(changed)));
    Calendar third = read(only(withVersion(confirmed, 4, BookingState.CANCELLED)));

    assertThat(value(second, "UID")).isEqualTo(value(first, "UID")).endsWith("@example.com");
    assertThat(value(event(third), "UID")).isEqualTo(value(first, "UID"));
    assertThat(value(second, "SEQUENCE")).isEqualTo("3");
    assertThat(value(event(third), "SEQUENCE")).isEqualTo("4");
    assertThat(third.<Property>getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
    assertThat(value(event(third), "STATUS")).isEqualTo("CANCELLED");
  }

  private static BookingNotice withVersion(BookingNotice notice, int version, BookingState state) {
    Booking b = notice.booking();
    Booking other =
        new Booking(
            b.id(),
            b.operator(),
            b.reference(),
            state,
            version,
            null,
            null,
            b.customer(),
            null,
            null,
            b.lines(),
            b.createdAt(),
            null,
            b.extendableUntil());
    return new BookingNotice(
        notice.kind(),
        other,
        notice.locale(),
        notice.sender(),
        notice.lines(),
        List.of(),
        null,
        notice.links());
  }

  @Test
  void a_trip_that_was_given_up_is_cancelled_beside_the_one_that_stays() {
    BookingNotice notice = Samples.notice(NoticeKind.CHANGED, Locale.ENGLISH);
    NoticeLine stays = notice.lines().get(0);
    BookedLine other = otherTripGivenUp(stays.line());
    NoticeLine reduced = Samples.noticeLine(other, Typed.plain(Locale.ENGLISH));

    List<Attachment> byUnits = calendar.files(withLines(notice, List.of(stays, reduced)));
    List<Attachment> byChange =
        calendar.files(withLines(notice, List.of(stays)).withdrawn(List.of(reduced, stays)));

    assertThat(byUnits)
        .extracting(Attachment::fileName)
        .containsExactly("trip-0.ics", "cancelled-5.ics");
    assertThat(byChange)
        .extracting(Attachment::fileName)
        .containsExactly("trip-0.ics", "cancelled-5.ics");
    assertThat(value(event(read(byUnits.get(1))), "UID"))
        .isNotEqualTo(value(event(read(byUnits.get(0))), "UID"))
        .isEqualTo(value(event(read(byChange.get(1))), "UID"));
  }

  private static BookedLine otherTripGivenUp(BookedLine like) {
    return new BookedLine(
        5,
        new OccurrenceId(new UUID(9, 9)),
        null,
        null,
        like.legs(),
        like.takes(),
        List.of(UnitState.CANCELLED),
        List.of(),
        List.of(),
        null);
  }

  @Test
  void without_both_addresses_it_is_published() {
    BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH);
    Booking unknown =
        Samples.booking(BookingState.CONFIRMED, Customer.UNKNOWN, notice.booking().lines());
    BookingNotice published =
        new BookingNotice(
            notice.kind(),
            unknown,
            notice.locale(),
            notice.sender(),
            notice.lines(),
            List.of(),
            null,
            notice.links());

    assertThat(only(published).contentType()).endsWith("method=PUBLISH");
    assertThat(event(read(only(published))).getProperty("ATTENDEE")).isEmpty();
  }

  @Test
  void no_name_breaks_a_calendar() throws Exception {
    for (String text : Naughty.strings()) {
      String clean = CleanText.oneLine(text);
      if (!clean.isEmpty() && !io.travelsuite.secret.CardNumbers.found(text)) {
        Typed typed = Typed.everywhere(text);
        Calendar read = read(only(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH, typed)));
        VEvent event = event(read);
        assertThat(read.getComponents()).hasSize(3);
        assertThat(event.getProperties()).hasSize(12);
        assertThat(value(event, "SUMMARY")).isEqualTo(clean);
        assertThat(value(event, "LOCATION")).startsWith(clean);
      }
    }
  }

  @Test
  void a_domain_is_a_domain() {
    assertThatThrownBy(() -> new TripCalendar("a\r\nb", Clock.systemUTC()))
        .isInstanceOf(InvalidRequestException.class);
  }
}
