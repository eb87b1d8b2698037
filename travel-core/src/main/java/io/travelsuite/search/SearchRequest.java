package io.travelsuite.search;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.price.DateRange;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * <pre>{@code
 * SearchRequest.calendar(coach, first, first.plusDays(59)).party(Party.of("adult", 2))
 * SearchRequest.between(operator, "LIS", "OPO", day).channel("web").fareClass("Y")
 * }</pre>
 *
 * @param scope among which departures
 * @param dates on which dates, at most 400; between stops at most 62
 * @param party who travels; one unit by default
 * @param fareClass the fare class, or null for that of those sold which is cheapest
 * @param channel through which channel it would be held, or null
 * @param many above how many units left the number is not told, 0 to 1,000,000,000; 9 by default
 * @param limit the most occurrences a page: 1 to 1,000; 100 by default
 * @param after what the page before gave as next, or null for the first page
 */
public record SearchRequest(
    SearchScope scope,
    DateRange dates,
    Party party,
    @Nullable String fareClass,
    @Nullable String channel,
    int many,
    int limit,
    @Nullable String after) {
  private static final int MANY = 9;
  private static final int LIMIT = 100;

  /** Checks the ranges. */
  public SearchRequest {
    int days = scope instanceof SearchScope.Between ? 62 : 400;
    unless(dates.days() <= days, "dates", dates, "must be at most " + days);
    ShortName.checkIfGiven("fareClass", fareClass);
    ShortName.checkIfGiven("channel", channel);
    unless(many >= 0 && many <= 1_000_000_000, "many", many, "must be 0 to 1,000,000,000");
    unless(limit >= 1 && limit <= 1_000, "limit", limit, "must be 1 to 1,000");
  }

  private static SearchRequest of(SearchScope scope, DateRange dates) {
    return new SearchRequest(scope, dates, Party.of(1), null, null, MANY, LIMIT, null);
  }

  /**
   * {@return the occurrences of a product that start on these dates, over their whole run}
   *
   * @param product which
   * @param first the first date, of the local start
   * @param last the last date, included, at most 399 days later
   */
  public static SearchRequest calendar(ProductId product, LocalDate first, LocalDate last) {
    return of(new SearchScope.OfProduct(product, null), new DateRange(first, last));
  }

  /**
   * {@return the occurrences of an operator that leave a stop for another on a day}
   *
   * @param operator whose
   * @param from the code of the stop where the party boards
   * @param to the code of the stop where it alights
   * @param day as clocks at the first stop show it
   */
  public static SearchRequest between(OperatorId operator, String from, String to, LocalDate day) {
    StopPair stops = new StopPair(from, to);
    return of(new SearchScope.Between(operator, stops, Set.of()), DateRange.on(day));
  }

  /**
   * {@return the same on other dates}
   *
   * @param range at most 400 dates, between stops at most 62
   */
  public SearchRequest dates(DateRange range) {
    return new SearchRequest(scope, range, party, fareClass, channel, many, limit, after);
  }

  /**
   * {@return the same among other departures}
   *
   * @param other among which
   */
  public SearchRequest scope(SearchScope other) {
    return new SearchRequest(other, dates, party, fareClass, channel, many, limit, after);
  }

  /**
   * {@return the same for this party}
   *
   * @param who who travels
   */
  public SearchRequest party(Party who) {
    return new SearchRequest(scope, dates, who, fareClass, channel, many, limit, after);
  }

  /**
   * {@return the same in a fare class}
   *
   * @param code the class's code
   */
  public SearchRequest fareClass(String code) {
    return new SearchRequest(scope, dates, party, code, channel, many, limit, after);
  }

  /**
   * {@return the same through a channel}
   *
   * @param name the channel
   */
  public SearchRequest channel(String name) {
    return new SearchRequest(scope, dates, party, fareClass, name, many, limit, after);
  }

  /**
   * {@return the same, telling how many are left up to that number}
   *
   * @param threshold 0 to 1,000,000,000
   */
  public SearchRequest many(int threshold) {
    return new SearchRequest(scope, dates, party, fareClass, channel, threshold, limit, after);
  }

  /**
   * {@return the same with so many occurrences a page}
   *
   * @param most 1 to 1,000
   */
  public SearchRequest limit(int most) {
    return new SearchRequest(scope, dates, party, fareClass, channel, many, most, after);
  }

  /**
   * {@return the page after another}
   *
   * @param next what that page gave as next
   */
  public SearchRequest after(String next) {
    return new SearchRequest(scope, dates, party, fareClass, channel, many, limit, next);
  }
}
