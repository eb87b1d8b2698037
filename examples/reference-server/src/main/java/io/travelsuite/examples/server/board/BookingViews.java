package io.travelsuite.examples.server.board;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.board.BookingView.Fact;
import io.travelsuite.examples.server.board.BookingView.Line;
import io.travelsuite.examples.server.board.BookingView.MoneyView;
import io.travelsuite.examples.server.board.BookingView.Rights;
import io.travelsuite.examples.server.board.BookingView.Typed;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.office.BookingDesk.Sold;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the page of a booking shows.
 *
 * @param stock what is sold
 * @param staff who asked for what
 */
record BookingViews(Stock stock, Staff staff) {

  private static final Map<BookingState, String> STATES =
      Map.of(
          BookingState.HELD, "Held, not paid yet",
          BookingState.CONFIRMED, "Confirmed",
          BookingState.EXPIRED, "The hold ran out",
          BookingState.RELEASED, "The hold was given up",
          BookingState.CANCELLED, "Cancelled",
          BookingState.REDEEMED, "All are in",
          BookingState.NO_SHOW, "Nobody came");

  private static final Map<Refund.State, List<String>> REFUNDS =
      Map.of(
          Refund.State.ASKED, List.of("Waits for a second person", "warn"),
          Refund.State.DUE, List.of("On its way", "warn"),
          Refund.State.DONE, List.of("Given back", "good"),
          Refund.State.DECLINED, List.of("The provider will not", "bad"),
          Refund.State.REJECTED, List.of("Not approved", "bad"));

  BookingView of(Sold sold, Typed typed, Rights rights) {
    Booking booking = sold.booking();
    BookingState state = booking.state();
    boolean live = state == BookingState.HELD || state == BookingState.CONFIRMED;
    MoneyView money = sold.payment() == null ? null : money(sold, sold.payment());
    boolean left = money != null && money.left();
    return new BookingView(
        booking.id().toString(),
        booking.reference(),
        facts(booking),
        booking.lines().stream().map(this::line).toList(),
        rights.money() ? money : null,
        typed,
        new Rights(rights.cancel() && live, rights.refund() && left, rights.money()));
  }

  private List<Fact> facts(Booking booking) {
    ZoneId home = stock.catalogue().home();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("State", Objects.requireNonNull(STATES.get(booking.state()))));
    addIf(facts, "Name", booking.customer().name());
    addIf(facts, "E-mail", booking.customer().email());
    addIf(facts, "Phone", booking.customer().phone());
    addIf(facts, "Sold by", booking.channel());
    facts.add(new Fact("Booked", Wording.atHome(booking.createdAt(), home)));
    if (booking.expiresAt() != null) {
      facts.add(new Fact("Held until", Wording.atHome(booking.expiresAt(), home)));
    }
    addIf(facts, "Price", booking.total().map(Money::toString).orElse(null));
    return facts;
  }

  private static void addIf(List<Fact> facts, String name, @Nullable String text) {
    if (text != null) {
      facts.add(new Fact(name, text));
    }
  }

  private Line line(BookedLine line) {
    Occurrence run = stock.travel().inventory().find(line.occurrence()).orElseThrow();
    Offer offer = stock.catalogue().offer(run.product()).orElse(null);
    String states =
        line.units().stream()
            .collect(Collectors.groupingBy(state -> state, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                of ->
                    of.getValue()
                        + switch (of.getKey()) {
                          case ACTIVE -> " not in yet";
                          case CANCELLED -> " cancelled";
                          case REDEEMED -> " in";
                        })
            .collect(Collectors.joining(", "));
    String seats = line.seats().isEmpty() ? "" : ", seats " + String.join(", ", line.seats());
    String unit = offer == null ? "place" : Manifest.unit(offer, line);
    return new Line(
        line.occurrence().toString(),
        Wording.dayAndTime(run.localStart()),
        offer == null ? "" : offer.product().name(),
        line.units().size() + " × " + unit + seats,
        states);
  }

  private MoneyView money(Sold sold, StoredPayment payment) {
    Money kept = payment.totals().kept();
    boolean over = !sold.booking().state().takesUnits();
    return new MoneyView(
        payment.totals().captured().toString(),
        kept.toString(),
        kept.isPositive(),
        kept.isPositive() && over,
        sold.refunds().stream().map(this::refund).toList());
  }

  private BookingView.RefundView refund(Refund refund) {
    List<String> state = Objects.requireNonNull(REFUNDS.get(refund.state()));
    return new BookingView.RefundView(
        refund.what().amount().toString(),
        refund.what().reason(),
        state.get(0),
        state.get(1),
        who(refund));
  }

  private String who(Refund refund) {
    String asked = "asked by " + staff.name(refund.asked().by());
    return refund.decidedBy() == null
        ? asked
        : asked + ", decided by " + staff.name(refund.decidedBy());
  }
}
