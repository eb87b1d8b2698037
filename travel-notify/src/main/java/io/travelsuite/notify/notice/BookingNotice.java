package io.travelsuite.notify.notice;

import io.travelsuite.booking.Booking;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that a message about a booking may say. Immutable; its text form shows nothing of the
 * customer.
 *
 * @param kind what it tells
 * @param booking the booking as it stands
 * @param locale the language to write in
 * @param sender who writes
 * @param lines the booking's lines, in their order
 * @param withdrawn lines that it had and has no more, whose calendar events go
 * @param refund what is paid back, or null when nothing is said of it
 * @param links where it leads
 */
public record BookingNotice(
    NoticeKind kind,
    Booking booking,
    Locale locale,
    Sender sender,
    List<NoticeLine> lines,
    List<NoticeLine> withdrawn,
    @Nullable Money refund,
    Links links) {

  /** Copies the lists. */
  public BookingNotice {
    lines = List.copyOf(lines);
    withdrawn = List.copyOf(withdrawn);
  }

  /**
   * {@return the same with what is paid back}
   *
   * @param amount how much
   */
  public BookingNotice refund(Money amount) {
    return new BookingNotice(kind, booking, locale, sender, lines, withdrawn, amount, links);
  }

  /**
   * {@return the same with lines that the booking had and has no more}
   *
   * @param gone those lines
   */
  public BookingNotice withdrawn(List<NoticeLine> gone) {
    return new BookingNotice(kind, booking, locale, sender, lines, gone, refund, links);
  }

  /** {@return a text without personal data} */
  @Override
  public String toString() {
    return "BookingNotice[" + kind + " " + booking.id() + " version " + booking.version() + "]";
  }
}
