package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Holds: new ones, the same again, and others under a key that is gone. */
final class HoldOperations {

  private static final List<Customer> CUSTOMERS =
      List.of(
          Customer.UNKNOWN,
          Customer.of("Zo\u00eb O'Neil \ud83e\uddf3", "zoe@example.org"),
          new Customer("\u674e\u5c0f\u9f8d", null, "+85212345678", Locale.forLanguageTag("zh-HK")),
          new Customer(null, "a@b.example", null, Locale.ROOT));

  private final ModelTravel known;
  private final Dice dice;
  private final LineChoice choice;

  HoldOperations(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
    this.choice = new LineChoice(known, dice);
  }

  Operation hold() {
    HoldRequest request =
        HoldRequest.of(choice.lines(4)).lifetime(lifetime()).customer(dice.of(CUSTOMERS));
    if (dice.chance(40)) {
      request = request.channel(dice.of(TermsChoice.CHANNELS));
    }
    if (dice.chance(50)) {
      request = request.key(key());
    }
    if (dice.chance(30)) {
      request = request.id(new BookingId(dice.uuid()));
    }
    return hold(request);
  }

  /** Keys that a careless collation takes for one, some of them used before. */
  private String key() {
    String number = String.valueOf(dice.between(1, 300));
    return dice.of(List.of("k", "K", "k ")) + number + dice.of(List.of("", " "));
  }

  private Duration lifetime() {
    if (dice.chance(2)) {
      return known.longestHold.plusNanos(1_000);
    }
    return dice.chance(10)
        ? known.longestHold
        : Duration.ofSeconds(dice.between(1, 2_000)).plusNanos(1_000L * dice.between(0, 999_999));
  }

  /** The request of an earlier booking again. */
  Operation repeat() {
    List<HoldRequest> repeatable =
        known.bookings.stream()
            .map(booking -> booking.request)
            .filter(request -> request.key() != null || request.id() != null)
            .toList();
    if (repeatable.isEmpty()) {
      return hold();
    }
    HoldRequest request = dice.of(repeatable);
    return hold(dice.chance(50) ? request : varied(request));
  }

  private HoldRequest varied(HoldRequest request) {
    return switch (dice.between(0, 7)) {
      case 0 -> request.lifetime(request.lifetime().plusNanos(1_000));
      case 1 -> request.customer(dice.of(CUSTOMERS));
      case 2 -> with(request, choice.lines(2));
      case 3 -> with(request, reversed(request.lines()));
      case 4 -> request.id(otherId());
      case 6 -> request.channel(dice.of(TermsChoice.CHANNELS));
      case 5 -> request.key(Objects.requireNonNullElse(otherKey(), "other"));
      default ->
          new HoldRequest(
              request.lines(),
              request.key(),
              null,
              request.lifetime(),
              request.customer(),
              request.channel(),
              request.promo());
    };
  }

  private BookingId otherId() {
    return dice.chance(50) ? new BookingId(dice.uuid()) : dice.of(known.bookings).id;
  }

  private String otherKey() {
    return dice.chance(50) ? key() : dice.of(known.bookings).request.key();
  }

  private static HoldRequest with(HoldRequest request, List<Line> lines) {
    return new HoldRequest(
        lines,
        request.key(),
        request.id(),
        request.lifetime(),
        request.customer(),
        request.channel(),
        request.promo());
  }

  private static List<Line> reversed(List<Line> lines) {
    List<Line> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Operation hold(HoldRequest request) {
    return Operation.of("hold " + request, travel -> travel.bookings().hold(request));
  }
}
