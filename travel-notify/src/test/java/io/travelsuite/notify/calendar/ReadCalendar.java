package io.travelsuite.notify.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.notify.channel.Attachment;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VTimeZone;

/** A calendar file as ical4j reads it. */
final class ReadCalendar {

  private ReadCalendar() {}

  static Calendar read(Attachment file) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    assertThat(text.split("\r\n", -1)).allSatisfy(ReadCalendar::isALine);
    try {
      return new CalendarBuilder().build(new StringReader(text));
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }

  private static void isALine(String line) {
    assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
    assertThat(line).doesNotContain("\n", "\r");
  }

  /** The offset that a file's VTIMEZONE has at a moment. */
  static ZoneOffset offset(Calendar read, String zone, ZonedDateTime at) {
    VTimeZone block =
        read.<VTimeZone>getComponents(Component.VTIMEZONE).stream()
            .filter(z -> z.getTimeZoneId().getValue().equals(zone))
            .findFirst()
            .orElseThrow();
    return block
        .getApplicableObservance(at.toInstant())
        .<net.fortuna.ical4j.model.property.TzOffsetTo>getProperty("TZOFFSETTO")
        .orElseThrow()
        .getOffset();
  }
}
