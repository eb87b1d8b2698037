package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.sale.SaleTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms by which the occurrences of a schedule are sold at first: those of {@link SaleTerms},
 * with moments told by how long they are before the start.
 *
 * @param opensBefore how long before the start sale opens, in time that passes; 0 to 3,660 days, or
 *     null when it is open at once
 * @param allotments what is kept for channels; at most one a pool and channel
 * @param others the other terms; they tell no moment: {@code opensAt} is null and there is no
 *     allotment
 */
public record ScheduleTerms(
    @Nullable Duration opensBefore, List<RelativeAllotment> allotments, SaleTerms others) {
  /** Sold to everybody at any time. */
  public static final ScheduleTerms OPEN = new ScheduleTerms(null, List.of(), SaleTerms.OPEN);

  private static final Duration LONGEST = Duration.ofDays(3_660);

  /** Checks the ranges and copies the list. */
  public ScheduleTerms {
    if (opensBefore != null) {
      checkBefore("opensBefore", opensBefore);
    }
    allotments = List.copyOf(allotments);
    unless(
        others.opensAt() == null,
        "opensAt",
        others.opensAt(),
        "must be told by opensBefore in a schedule");
    unless(
        others.allotments().isEmpty(),
        "allotments",
        others.allotments(),
        "must be told relative to the start in a schedule");
  }

  static void checkBefore(String field, Duration before) {
    unless(
        !before.isNegative() && before.compareTo(LONGEST) <= 0,
        field,
        before,
        "must be 0 to 3,660 days");
  }

  /**
   * {@return terms that tell no moment}
   *
   * @param terms without {@code opensAt} and without allotments
   */
  public static ScheduleTerms of(SaleTerms terms) {
    return new ScheduleTerms(null, List.of(), terms);
  }

  /**
   * {@return the same, sold from so long before the start}
   *
   * @param before in time that passes, 0 to 3,660 days
   */
  public ScheduleTerms opensBefore(Duration before) {
    return new ScheduleTerms(before, allotments, others);
  }

  /**
   * {@return the same with another allotment}
   *
   * @param allotment what is kept for a channel
   */
  public ScheduleTerms allotment(RelativeAllotment allotment) {
    List<RelativeAllotment> more =
        Stream.concat(allotments.stream(), Stream.of(allotment)).toList();
    return new ScheduleTerms(opensBefore, more, others);
  }

  /**
   * {@return the terms of an occurrence}
   *
   * @param startsAt when it starts
   */
  public SaleTerms at(Instant startsAt) {
    SaleTerms terms = opensBefore == null ? others : others.opensAt(startsAt.minus(opensBefore));
    for (RelativeAllotment allotment : allotments) {
      terms = terms.allotment(allotment.at(startsAt));
    }
    return terms;
  }
}
