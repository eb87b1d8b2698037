package io.travelsuite.notify.template;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.NoticeLine;
import io.travelsuite.notify.notice.Place;
import io.travelsuite.notify.notice.Sender;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.price.Price;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A notice as templates see it: names and texts, each on one line, in the customer's language. */
final class NoticeModel {

  private final BookingNotice notice;
  private final Words words;
  private final Locale locale;
  private final TripNames trips;

  NoticeModel(BookingNotice notice, Words words) {
    this.notice = notice;
    this.words = words;
    this.locale = locale(notice, words);
    this.trips = new TripNames(words, locale);
  }

  /** The customer's own, with its country, where it is written in that language at all. */
  static Locale locale(BookingNotice notice, Words words) {
    boolean same = notice.locale().getLanguage().equals(words.locale().getLanguage());
    return same ? notice.locale().stripExtensions() : words.locale();
  }

  /**
   * {@return every name of {@link ModelNames#TOP}, and the lists}
   *
   * @param tickets those that come along
   * @param picture where the picture of each is
   */
  Map<String, Object> names(List<IssuedTicket> tickets, Function<IssuedTicket, String> picture) {
    Map<String, Object> names = new HashMap<>();
    boolean rightToLeft = Words.rightToLeft(words.locale());
    names.put("lang", locale.toLanguageTag());
    names.put("dir", rightToLeft ? "rtl" : "ltr");
    names.put("near", rightToLeft ? "right" : "left");
    names.put("far", rightToLeft ? "left" : "right");
    names.put("subject", "");
    sender(names, notice.sender());
    booking(names, notice.booking());
    first(names);
    names.put("refund", money(notice.refund()));
    names.put("manageUrl", link(notice.links().manage()));
    names.put("payUrl", link(notice.links().pay()));
    names.put("lines", lines(shown(true)));
    names.put("withdrawn", lines(shown(false)));
    names.put("tickets", tickets(names, tickets, picture));
    return names;
  }

  private static void sender(Map<String, Object> names, Sender sender) {
    names.put("operator", CleanText.oneLine(sender.name()));
    names.put("operatorEmail", CleanText.oneLine(sender.email()));
    names.put("operatorPhone", CleanText.oneLine(sender.phone()));
    names.put("operatorAddress", CleanText.oneLine(sender.address()));
  }

  private void booking(Map<String, Object> names, Booking booking) {
    names.put("reference", CleanText.oneLine(booking.reference()));
    names.put("customer", CleanText.oneLine(booking.customer().name()));
    boolean over = notice.kind() == NoticeKind.CANCELLED;
    names.put("total", over ? "" : money(booking.total().orElse(null)));
    Instant until = booking.expiresAt();
    names.put("deadline", until == null ? "" : trips.dateTime(until.atZone(zone())));
    names.put("deadlineShort", until == null ? "" : trips.dateTimeShort(until.atZone(zone())));
  }

  private void first(Map<String, Object> names) {
    List<NoticeLine> lines = shown(true);
    NoticeLine line = lines.isEmpty() ? null : lines.get(0);
    names.put("trip", line == null ? "" : CleanText.oneLine(line.title()));
    names.put("startShort", line == null ? "" : trips.dateTimeShort(line.start()));
    Place from = line == null ? null : line.from();
    names.put("firstFrom", from == null ? "" : CleanText.oneLine(from.name()));
  }

  /** A deadline is told by the clock of the place of departure. */
  private ZoneId zone() {
    return notice.lines().isEmpty() ? ZoneOffset.UTC : notice.lines().get(0).start().getZone();
  }

  /** Lines that are still booked, all of them where the booking is cancelled; or the others. */
  private List<NoticeLine> shown(boolean booked) {
    boolean over = notice.kind() == NoticeKind.CANCELLED;
    List<NoticeLine> lines = new ArrayList<>(booked ? List.of() : notice.withdrawn());
    notice.lines().stream()
        .filter(line -> (over || !line.liveUnits().isEmpty()) == booked)
        .forEach(lines::add);
    return lines;
  }

  /** Lines of the same trip are told as one: two adults and a child. */
  private List<Map<String, Object>> lines(List<NoticeLine> lines) {
    Map<List<Object>, List<NoticeLine>> trips = new LinkedHashMap<>();
    for (NoticeLine line : lines) {
      BookedLine booked = line.line();
      String fareClass = Objects.requireNonNullElse(booked.fareClass(), "");
      List<Object> trip = List.of(booked.occurrence(), booked.legs(), fareClass);
      trips.computeIfAbsent(trip, key -> new ArrayList<>()).add(line);
    }
    return trips.values().stream().map(this::trip).toList();
  }

  private Map<String, Object> trip(List<NoticeLine> lines) {
    List<String> units = new ArrayList<>();
    List<String> seats = new ArrayList<>();
    Money price = null;
    boolean priced = true;
    for (NoticeLine line : lines) {
      List<Integer> told = told(line);
      units.add(trips.units(line, told.size()).text());
      seats.add(TripNames.seats(line.line(), told));
      Price each = line.line().price();
      if (each != null) {
        Money sum = each.total().multipliedBy(told.size());
        price = price == null ? sum : price.plus(sum);
      }
      priced &= each != null;
    }
    seats.removeIf(String::isEmpty);
    Map<String, Object> names = trips.of(lines.get(0));
    names.put("units", new Phrase(String.join(", ", units)));
    names.put("seats", String.join(", ", seats));
    names.put("price", priced ? money(price) : "");
    return names;
  }

  /** The units that are left, or all of a line of which none is. */
  private static List<Integer> told(NoticeLine line) {
    List<Integer> live = line.liveUnits();
    return live.isEmpty() ? IntStream.range(0, line.line().units().size()).boxed().toList() : live;
  }

  private List<Map<String, Object>> tickets(
      Map<String, Object> top, List<IssuedTicket> tickets, Function<IssuedTicket, String> picture) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < tickets.size(); i++) {
      IssuedTicket ticket = tickets.get(i);
      int unit = ticket.ticket().serial().unit();
      Map<String, Object> names = trips.of(ticket.line());
      names.put("unit", trips.units(ticket.line(), ticket.ticket().units()));
      names.put("seat", TripNames.seats(ticket.line().line(), List.of(unit)));
      names.put("holder", CleanText.oneLine(ticket.holder()));
      names.put("picture", picture.apply(ticket));
      names.put("last", i == tickets.size() - 1 ? "yes" : "");
      Map<String, Object> counted = new HashMap<>(top);
      counted.put("n", trips.number(i + 1L));
      counted.put("count", trips.number(tickets.size()));
      names.put("count", words.phrase("ticketOf", counted));
      names.put("alt", words.phrase("ticketAlt", counted));
      all.add(names);
    }
    return all;
  }

  private String money(@Nullable Money money) {
    return money == null ? "" : MoneyText.of(money, locale);
  }

  /** A phrase: an isolate's end right after a link would become part of it. */
  private static Object link(@Nullable URI link) {
    return link == null ? "" : new Phrase(link.toASCIIString());
  }
}
