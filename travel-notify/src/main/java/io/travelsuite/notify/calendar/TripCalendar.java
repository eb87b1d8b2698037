package io.travelsuite.notify.calendar;

import static io.travelsuite.InvalidRequestException.unless;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import biweekly.property.Method;
import io.travelsuite.booking.BookingState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a calendar file (iCalendar, RFC 5545 and 5546) for each trip of a booking: what is booked
 * of one occurrence over the same legs, whatever lines it is spread over. Needs biweekly on the
 * class path. Thread-safe.
 *
 * <p>A trip's event keeps its UID for the booking's life and its SEQUENCE is the booking's version,
 * so that a client replaces what it has. A trip that is no longer booked is cancelled
 * (METHOD:CANCEL and STATUS:CANCELLED). Where both addresses are known it is an invitation to the
 * customer (METHOD:REQUEST), accepted already, which clients keep up to date by themselves; else it
 * is published (METHOD:PUBLISH).
 */
public final class TripCalendar {

  private static final int LINE = 75;

  private final String domain;
  private final Clock clock;

  /**
   * A calendar.
   *
   * @param domain the host's own, which makes UIDs unique in the world: 1 to 200 of {@code A–Z a–z
   *     0–9 . -}
   * @param clock by which events are stamped
   */
  public TripCalendar(String domain, Clock clock) {
    unless(domain.matches("[A-Za-z0-9.-]{1,200}"), "domain", domain, "must be a domain");
    this.domain = domain;
    this.clock = clock;
  }

  private record Trip(OccurrenceId occurrence, LegRange legs) {
    static Trip of(NoticeLine line) {
      return new Trip(line.line().occurrence(), line.line().legs());
    }
  }

  /**
   * {@return a file a trip, first those that are booked, then those that are cancelled}
   *
   * @param notice the booking
   */
  public List<Attachment> files(BookingNotice notice) {
    Map<Trip, List<NoticeLine>> booked = new LinkedHashMap<>();
    Map<Trip, List<NoticeLine>> cancelled = new LinkedHashMap<>();
    BookingState state = notice.booking().state();
    for (NoticeLine line : notice.lines()) {
      boolean live = state.takesUnits() && !line.liveUnits().isEmpty();
      add(live ? booked : cancelled, line);
    }
    notice.withdrawn().forEach(line -> add(cancelled, line));
    cancelled.keySet().removeAll(booked.keySet());
    List<Attachment> files = new ArrayList<>();
    booked.forEach((trip, lines) -> files.add(file(notice, lines, false)));
    cancelled.forEach((trip, lines) -> files.add(file(notice, lines, true)));
    return files;
  }

  private static void add(Map<Trip, List<NoticeLine>> trips, NoticeLine line) {
    trips.computeIfAbsent(Trip.of(line), trip -> new ArrayList<>()).add(line);
  }

  private Attachment file(BookingNotice notice, List<NoticeLine> lines, boolean cancelled) {
    NoticeLine line = lines.get(0);
    TripEvent event = new TripEvent(notice, lines, clock.instant());
    String method = cancelled ? Method.CANCEL : event.invites() ? Method.REQUEST : Method.PUBLISH;
    ICalendar calendar = event.calendar(uid(notice, Trip.of(line)), cancelled);
    calendar.setMethod(method);
    String name = (cancelled ? "cancelled-" : "trip-") + line.line().number() + ".ics";
    String type = "text/calendar; charset=UTF-8; method=" + method;
    return new Attachment(name, type, null, write(calendar).getBytes(StandardCharsets.UTF_8));
  }

  private String uid(BookingNotice notice, Trip trip) {
    UUID booking = notice.booking().id().value();
    UUID occurrence = trip.occurrence().value();
    ByteBuffer name = ByteBuffer.allocate(40);
    for (UUID part : List.of(booking, occurrence)) {
      name.putLong(part.getMostSignificantBits()).putLong(part.getLeastSignificantBits());
    }
    name.putInt(trip.legs().from()).putInt(trip.legs().to());
    return UUID.nameUUIDFromBytes(name.array()) + "@" + domain;
  }

  private static String write(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString());
  }

  /** At 75 octets (RFC 5545, 3.1), never within a character; the library counts characters. */
  private static String folded(String lines) {
    StringBuilder folded = new StringBuilder(lines.length() + 100);
    int octets = 0;
    for (int at = 0; at < lines.length(); ) {
      int c = lines.codePointAt(at);
      int width = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (c != '\r' && c != '\n' && octets + width > LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(c);
      octets = c == '\n' ? 0 : octets + width;
      at += Character.charCount(c);
    }
    return folded.toString();
  }
}
