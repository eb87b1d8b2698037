package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.SeatAvailability;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchPage;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be had. Thread-safe. */
public final class TripSearch {

  private static final int ALL = 1_000_000_000;

  private final Stock stock;

  /**
   * A search.
   *
   * @param stock what is sold
   */
  public TripSearch(Stock stock) {
    this.stock = stock;
  }

  /** {@return all that is sold} */
  public List<Offer> offers() {
    return stock.catalogue().offers();
  }

  /**
   * {@return a page of trips, with how many of the party's kind are left and what it pays}
   *
   * @param wish what is looked for
   */
  public Answer<TripPage> find(Wish wish) {
    Offer offer = stock.catalogue().offer(wish.product()).orElse(null);
    if (offer == null) {
      return Answer.refused(Why.NO_SUCH_PRODUCT, "there is no product of that code");
    }
    return option(offer, wish.option()).map(option -> page(offer, option, wish));
  }

  private TripPage page(Offer offer, Option option, Wish wish) {
    SearchRequest request =
        SearchRequest.calendar(offer.product().id(), wish.dates().first(), wish.dates().last())
            .scope(new SearchScope.OfProduct(offer.product().id(), option.stops()))
            .party(party(option, wish.party()))
            .channel(Checkout.CHANNEL)
            .many(ALL)
            .limit(wish.most());
    SearchPage page =
        stock.travel().search().find(wish.after() == null ? request : request.after(wish.after()));
    return new TripPage(
        page.departures().stream().map(one -> new Trip(offer, option, one)).toList(), page.next());
  }

  private static Party party(Option option, SortedMap<String, Integer> asked) {
    Party party = null;
    for (var unit : asked.entrySet()) {
      party =
          party == null
              ? Party.of(unit.getKey(), unit.getValue())
              : party.and(unit.getKey(), unit.getValue());
    }
    return party == null ? Party.of(option.units().get(0).code(), 1) : party;
  }

  /**
   * What is left of a departure.
   *
   * @param offer the product
   * @param occurrence the departure
   * @param availability its pools
   * @param seats its seats, where they are numbered
   */
  public record Left(
      Offer offer, Occurrence occurrence, Availability availability, List<SeatAvailability> seats) {

    /** Copies the list. */
    public Left {
      seats = List.copyOf(seats);
    }

    /** {@return whether nothing was taken or given back between another look and this one} */
    boolean isAs(Left other) {
      return availability.equals(other.availability) && seats.equals(other.seats);
    }
  }

  /**
   * {@return what is left of a departure}
   *
   * @param id which
   */
  public Answer<Left> left(OccurrenceId id) {
    Occurrence occurrence = stock.travel().inventory().find(id).orElse(null);
    Offer offer = occurrence == null ? null : offer(occurrence).orElse(null);
    if (occurrence == null || offer == null) {
      return Answer.refused(Why.NO_SUCH_DEPARTURE, "there is no departure of that id");
    }
    boolean seated = offer.options().stream().anyMatch(option -> option.rules().seated());
    return new Answer.Done<>(
        new Left(
            offer,
            occurrence,
            stock.travel().inventory().availability(id).orElseThrow(),
            seated ? stock.travel().inventory().seats(id) : List.of()));
  }

  /**
   * {@return what one unit costs, charges included; empty where no price is stored}
   *
   * @param offer the product
   * @param option the way in which it is sold
   * @param unit the fare unit's code
   * @param date of the departure's local start
   */
  public Optional<Money> price(Offer offer, Option option, String unit, LocalDate date) {
    PriceQuery query =
        PriceQuery.of(offer.product().id(), date).unit(unit).channel(Checkout.CHANNEL);
    if (option.stops() != null) {
      query = query.between(option.stops().from(), option.stops().to());
    }
    return stock.travel().prices().quote(query).map(Price::total);
  }

  /** {@return who sells} */
  public Operator operator() {
    return stock.catalogue().operator();
  }

  /** {@return the moment by which the shop judges time} */
  public Instant now() {
    return stock.clock().instant();
  }

  Optional<Offer> offer(Occurrence occurrence) {
    return stock.catalogue().offer(occurrence.product());
  }

  /**
   * {@return the option of that code, or the default one}
   *
   * @param offer the product
   * @param code the option's code, or null
   */
  public static Answer<Option> option(Offer offer, @Nullable String code) {
    Optional<Option> option =
        code == null ? Optional.of(offer.options().get(0)) : offer.option(code);
    return option
        .<Answer<Option>>map(Answer.Done::new)
        .orElseGet(() -> Answer.refused(Why.NO_SUCH_OPTION, "the product is not sold so"));
  }
}
