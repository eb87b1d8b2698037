package io.travelsuite.notify.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.property.Organizer;
import biweekly.property.Status;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.notice.NoticeLine;
import io.travelsuite.notify.notice.Place;
import io.travelsuite.notify.notice.Sender;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The event of one trip, of one line or more. */
final class TripEvent {

  private final BookingNotice notice;
  private final List<NoticeLine> lines;
  private final NoticeLine line;
  private final Instant now;
  private final ICalendar calendar = new ICalendar();

  TripEvent(BookingNotice notice, List<NoticeLine> lines, Instant now) {
    this.notice = notice;
    this.lines = lines;
    this.line = lines.get(0);
    this.now = now;
  }

  /** An invitation has two ends. */
  boolean invites() {
    return notice.sender().email() != null && notice.booking().customer().email() != null;
  }

  ICalendar calendar(String uid, boolean cancelled) {
    calendar.setProductId("-//Travel Suite//Travel Suite//EN");
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setSequence(notice.booking().version());
    event.setDateTimeStamp(Date.from(now));
    event.setSummary(CleanText.oneLine(line.title()));
    event.setDescription(description());
    event.setStatus(status(cancelled));
    if (line.from() != null) {
      event.setLocation(location(line.from()));
    }
    URI manage = notice.links().manage();
    if (manage != null) {
      event.setUrl(manage.toASCIIString());
    }
    times(event);
    people(event);
    calendar.addEvent(event);
    return calendar;
  }

  private Status status(boolean cancelled) {
    if (cancelled) {
      return Status.cancelled();
    }
    boolean held = notice.booking().state() == BookingState.HELD;
    return held ? Status.tentative() : Status.confirmed();
  }

  private void times(VEvent event) {
    DateStart start = new DateStart(Date.from(line.start().toInstant()), true);
    event.setDateStart(start);
    zone(start, line.start());
    ZonedDateTime until = line.end();
    if (until != null) {
      DateEnd end = new DateEnd(Date.from(until.toInstant()), true);
      event.setDateEnd(end);
      zone(end, until);
    }
  }

  private void zone(DateOrDateTimeProperty property, ZonedDateTime time) {
    if (time.getZone().normalized().equals(ZoneOffset.UTC)) {
      return;
    }
    TimezoneAssignment known = calendar.getTimezoneInfo().getTimezoneById(time.getZone().getId());
    TimeZone zone = TimeZone.getTimeZone(time.getZone());
    calendar
        .getTimezoneInfo()
        .setTimezone(
            property, known == null ? new TimezoneAssignment(zone, ZoneBlock.around(time)) : known);
  }

  private void people(VEvent event) {
    Sender sender = notice.sender();
    Customer customer = notice.booking().customer();
    if (sender.email() == null) {
      return;
    }
    event.setOrganizer(new Organizer(quotable(sender.name()), CleanText.oneLine(sender.email())));
    if (customer.email() != null) {
      Attendee attendee =
          new Attendee(quotable(customer.name()), CleanText.oneLine(customer.email()));
      attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
      attendee.setRsvp(false);
      event.addAttendee(attendee);
    }
  }

  /** A parameter has no way to tell a quotation mark (RFC 5545, 3.2). */
  private static String quotable(@Nullable String name) {
    return CleanText.oneLine(name).replace('"', '\'');
  }

  private String description() {
    List<String> told = new ArrayList<>();
    told.add(CleanText.oneLine(notice.sender().name()));
    told.add(CleanText.oneLine(notice.booking().reference()));
    told.add(CleanText.oneLine(String.join(", ", seats())));
    told.removeIf(String::isEmpty);
    return String.join("\n", told);
  }

  private List<String> seats() {
    List<String> seats = new ArrayList<>();
    for (NoticeLine part : lines) {
      List<String> labels = part.line().seats();
      part.liveUnits()
          .forEach(unit -> seats.addAll(labels.isEmpty() ? labels : List.of(labels.get(unit))));
    }
    return seats;
  }

  private static String location(@Nullable Place place) {
    String name = CleanText.oneLine(place == null ? null : place.name());
    String address = CleanText.oneLine(place == null ? null : place.address());
    return address.isEmpty() ? name : name + ", " + address;
  }
}
