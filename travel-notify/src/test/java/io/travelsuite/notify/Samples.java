package io.travelsuite.notify;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.Links;
import io.travelsuite.notify.notice.NoticeDetails;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.NoticeLine;
import io.travelsuite.notify.notice.Place;
import io.travelsuite.notify.notice.Sender;
import io.travelsuite.notify.notice.TripText;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.TicketOffice;
import io.travelsuite.notify.ticket.TicketSigner;
import io.travelsuite.price.Price;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;

/** A night coach over the change to summer time, and who booked it. */
public final class Samples {

  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final Locale HEBREW = Locale.forLanguageTag("he");
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, HEBREW);
  public static final KeyPair KEYS = keys();

  /** Leaves before the clocks go forward and arrives after: 7 hours by the clock, 6 that pass. */
  public static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 3, 27, 23, 30, 0, 0, BERLIN);

  public static final ZonedDateTime ARRIVAL = DEPARTURE.plusHours(6);

  private Samples() {}

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of a sample differs: each text is put wherever somebody could have typed it. */
  public record Typed(String customer, String operator, String title, String place) {
    public static Typed plain(Locale locale) {
      return switch (locale.getLanguage()) {
        case "he" ->
            new Typed("נועה לוי", "Nightline GmbH", "אוטובוס לילה ברלין – וינה", "Berlin ZOB");
        case "de" ->
            new Typed("Jürgen Groß", "Nightline GmbH", "Nachtbus Berlin – Wien", "Berlin ZOB");
        default ->
            new Typed(
                "Alex Example", "Nightline GmbH", "Night coach Berlin – Vienna", "Berlin ZOB");
      };
    }

    public static Typed everywhere(String text) {
      return new Typed(text, text, text, text);
    }
  }

  public static BookedLine line(int number, String unit, int count, List<String> seats) {
    return new BookedLine(
        number,
        new OccurrenceId(new UUID(7, 7)),
        unit,
        null,
        new LegRange(0, 1),
        new TreeMap<>(),
        new ArrayList<>(java.util.Collections.nCopies(count, UnitState.ACTIVE)),
        seats,
        List.of(),
        Price.of("EUR", 4950));
  }

  public static Booking booking(BookingState state, Customer customer, List<BookedLine> lines) {
    return new Booking(
        new BookingId(UUID.fromString("0192f0c1-7d5e-7c3a-9d52-0f6b6a0c1e11")),
        new OperatorId(new UUID(1, 1)),
        "7KQ2M9XHWD",
        state,
        state == BookingState.HELD ? 1 : 2,
        null,
        null,
        customer,
        null,
        null,
        lines,
        Instant.parse("2027-03-20T10:00:00Z"),
        state == BookingState.HELD ? Instant.parse("2027-03-20T10:20:00Z") : null,
        Instant.parse("2027-03-20T12:00:00Z"));
  }

  public static BookingNotice notice(NoticeKind kind, Locale locale) {
    return notice(kind, locale, Typed.plain(locale));
  }

  public static BookingNotice notice(NoticeKind kind, Locale locale, Typed typed) {
    String name = shortened(typed.customer(), 200);
    Customer customer = new Customer(name, "guest@example.com", "+4930123456", locale);
    BookingState state =
        switch (kind) {
          case HELD, PAYMENT_FAILED -> BookingState.HELD;
          case CANCELLED -> BookingState.CANCELLED;
          default -> BookingState.CONFIRMED;
        };
    List<BookedLine> lines =
        List.of(line(0, "adult", 2, List.of("12A", "12B")), line(1, "child", 1, List.of("12C")));
    Money refund = Money.parse("EUR 148.50");
    return new BookingNotice(
        kind,
        booking(state, customer, lines),
        locale,
        new Sender(typed.operator(), "help@example.com", "+49 30 123456", "Masurenallee 4, Berlin"),
        lines.stream().map(line -> noticeLine(line, typed)).toList(),
        List.of(),
        kind == NoticeKind.CANCELLED ? refund : null,
        new Links(
            URI.create("https://example.com/b/7KQ2M9XHWD?t=1&x=2"),
            state == BookingState.HELD ? URI.create("https://example.com/pay/7KQ2M9XHWD") : null));
  }

  public static NoticeLine noticeLine(BookedLine line, Typed typed) {
    return new NoticeLine(
        line,
        typed.title(),
        new Place(typed.place(), "Masurenallee 4–6, 14057 Berlin"),
        new Place("Wien Erdberg", "Erdbergstraße 200A, 1030 Wien"),
        DEPARTURE,
        ARRIVAL.withZoneSameInstant(ZoneId.of("Europe/Vienna")));
  }

  private static String shortened(String text, int most) {
    return text.isEmpty() ? null : text.substring(0, Math.min(most, text.length()));
  }

  public static final NoticeDetails DETAILS =
      new NoticeDetails() {
        @Override
        public Sender sender(OperatorId operator, Locale locale) {
          return new Sender("Nightline GmbH", "help@example.com", null, null);
        }

        @Override
        public TripText trip(io.travelsuite.inventory.Occurrence occurrence, Locale locale) {
          return new TripText("Night coach", null);
        }
      };

  public static TicketOffice office() {
    return new TicketOffice(new TicketSigner(7, KEYS.getPrivate()), DETAILS);
  }

  /** The tickets that come with a kind of message. */
  public static List<IssuedTicket> tickets(BookingNotice notice) {
    return switch (notice.kind()) {
      case CONFIRMED, CHANGED, REMINDER -> office().issue(notice);
      default -> List.of();
    };
  }
}
