package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeDetails;
import io.travelsuite.notify.notice.NoticeLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Issues the tickets of a booking: one a unit that is not cancelled. The issue is the booking's
 * version, so that tickets sent after a change are newer than those sent before. Thread-safe.
 */
public final class TicketOffice {

  private static final Duration LONGEST = Duration.ofDays(366);

  private final TicketSigner signer;
  private final NoticeDetails details;
  private final Duration before;
  private final Duration after;

  /**
   * An office whose tickets are good from one day before the start to one day after the end.
   *
   * @param signer who signs
   * @param details who travels
   */
  public TicketOffice(TicketSigner signer, NoticeDetails details) {
    this(signer, details, Duration.ofDays(1), Duration.ofDays(1));
  }

  /**
   * An office.
   *
   * @param signer who signs
   * @param details who travels
   * @param before how long before its start a ticket is good; 0 to 366 days
   * @param after how long after its end, or its start where no end is known; 0 to 366 days, and
   *     with {@code before} more than 0
   */
  public TicketOffice(TicketSigner signer, NoticeDetails details, Duration before, Duration after) {
    check("before", before);
    check("after", after);
    unless(!before.plus(after).isZero(), "after", after, "must be positive where before is 0");
    this.signer = signer;
    this.details = details;
    this.before = before;
    this.after = after;
  }

  private static void check(String field, Duration time) {
    boolean inRange = !time.isNegative() && time.compareTo(LONGEST) <= 0;
    unless(inRange, field, time, "must be 0 to 366 days");
  }

  /**
   * {@return a ticket for each unit that is not cancelled, in the order of the lines}
   *
   * @param notice what is booked
   */
  public List<IssuedTicket> issue(BookingNotice notice) {
    List<IssuedTicket> tickets = new ArrayList<>();
    for (NoticeLine line : notice.lines()) {
      for (int unit : line.liveUnits()) {
        tickets.add(issue(notice, line, unit));
      }
    }
    return tickets;
  }

  private IssuedTicket issue(BookingNotice notice, NoticeLine line, int unit) {
    int number = line.line().number();
    Instant start = line.start().toInstant();
    ZonedDateTime end = Objects.requireNonNullElse(line.end(), line.start());
    Ticket ticket =
        new Ticket(
            new TicketSerial(notice.booking().id(), number, unit),
            notice.booking().version(),
            line.line().occurrence(),
            1,
            start.minus(before),
            end.toInstant().plus(after));
    String traveller = details.traveller(notice.booking(), number, unit);
    String holder = traveller == null ? notice.booking().customer().name() : traveller;
    return new IssuedTicket(
        ticket, signer.sign(ticket), line, Objects.requireNonNullElse(holder, ""));
  }
}
