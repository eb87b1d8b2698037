package io.travelsuite.notify.notice;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OperatorId;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a host knows of a booking and the library does not. Thread-safe; called with no lock and no
 * database connection held. Texts are plain: what they hold of HTML is shown as it is written.
 */
public interface NoticeDetails {

  /**
   * {@return who writes}
   *
   * @param operator who sold it
   * @param locale the language to write in
   */
  Sender sender(OperatorId operator, Locale locale);

  /**
   * {@return what people read about an occurrence}
   *
   * @param occurrence what is booked
   * @param locale the language to write in
   */
  TripText trip(Occurrence occurrence, Locale locale);

  /**
   * {@return what people read about a stop} By default its code.
   *
   * @param occurrence what is booked
   * @param stop the stop's place among the occurrence's stops, from 0
   * @param locale the language to write in
   */
  default Place place(Occurrence occurrence, int stop, Locale locale) {
    return new Place(occurrence.stops().get(stop).code(), null);
  }

  /**
   * {@return where a message leads} By default nowhere.
   *
   * @param booking what it is about
   */
  default Links links(Booking booking) {
    return Links.NONE;
  }

  /**
   * {@return who travels on a unit, or null when it is not known: the customer's name then stands
   * on the ticket} By default null.
   *
   * @param booking what is booked
   * @param line the line's number
   * @param unit the unit's place in the line
   */
  default @Nullable String traveller(Booking booking, int line, int unit) {
    return null;
  }

  /**
   * {@return what is paid back for what was cancelled, or null when nothing is to be said of it} By
   * default null.
   *
   * @param booking the booking as it stands
   */
  default @Nullable Money refund(Booking booking) {
    return null;
  }

  /**
   * {@return lines that the booking had and were changed for others, whose calendar events are to
   * go} A booking does not keep them. By default none.
   *
   * @param booking the booking as it stands
   */
  default List<BookedLine> withdrawn(Booking booking) {
    return List.of();
  }
}
