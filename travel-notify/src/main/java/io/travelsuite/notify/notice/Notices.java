package io.travelsuite.notify.notice;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts notices together from bookings, occurrences and what the host adds. Thread-safe. */
public final class Notices {

  private final Inventory inventory;
  private final NoticeDetails details;
  private final Locale otherwise;

  /**
   * Notices of these.
   *
   * @param inventory where the occurrences are
   * @param details what the host adds
   * @param otherwise the language of customers who named none
   */
  public Notices(Inventory inventory, NoticeDetails details, Locale otherwise) {
    this.inventory = inventory;
    this.details = details;
    this.otherwise = otherwise;
  }

  /**
   * {@return a notice about a booking as it stands}
   *
   * @param kind what it tells
   * @param booking the booking
   * @throws io.travelsuite.InvalidRequestException if an occurrence of its lines is not there
   */
  public BookingNotice of(NoticeKind kind, Booking booking) {
    Locale locale = Objects.requireNonNullElse(booking.customer().locale(), otherwise);
    boolean gaveBack = kind == NoticeKind.CANCELLED || kind == NoticeKind.CHANGED;
    return new BookingNotice(
        kind,
        booking,
        locale,
        details.sender(booking.operator(), locale),
        lines(booking.lines(), locale),
        lines(details.withdrawn(booking), locale),
        gaveBack ? details.refund(booking) : null,
        details.links(booking));
  }

  /**
   * {@return lines as people read them, such as those that a change gave up}
   *
   * @param lines what was booked
   * @param locale the language to write in
   */
  public List<NoticeLine> lines(List<BookedLine> lines, Locale locale) {
    return lines.stream().map(line -> line(line, locale)).toList();
  }

  private NoticeLine line(BookedLine line, Locale locale) {
    Occurrence occurrence = inventory.find(line.occurrence()).orElse(null);
    unless(occurrence != null, "occurrence", line.occurrence(), "must be one of the inventory");
    Occurrence found = Objects.requireNonNull(occurrence);
    TripText text = details.trip(found, locale);
    if (found.stops().isEmpty()) {
      ZonedDateTime start = found.startsAt().atZone(found.zone());
      return new NoticeLine(line, text.title(), null, null, start, end(start, text.duration()));
    }
    Stop from = found.stops().get(line.legs().from());
    Stop to = found.stops().get(line.legs().to());
    return new NoticeLine(
        line,
        text.title(),
        details.place(found, line.legs().from(), locale),
        details.place(found, line.legs().to(), locale),
        at(found, from.departure(), from.zone()),
        at(found, to.arrival(), to.zone()));
  }

  private static @Nullable ZonedDateTime end(ZonedDateTime start, @Nullable Duration duration) {
    return duration == null ? null : start.plus(duration);
  }

  /** By time that passes, then told by the clock of the place. */
  private static ZonedDateTime at(Occurrence run, Duration after, @Nullable ZoneId zone) {
    return run.startsAt().plus(after).atZone(zone == null ? run.zone() : zone);
  }
}
