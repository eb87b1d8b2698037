package io.travelsuite.benchmarks.search;

import io.travelsuite.price.DateRange;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random requests of two adults each. Not thread-safe. */
public final class Questions {

  private static final Party TWO = Party.of("adult", 2);

  private final Timetable timetable;
  private final Random random;

  Questions(Timetable timetable, Random random) {
    this.timetable = timetable;
    this.random = random;
  }

  /** So many days of a product. */
  public SearchRequest calendar(int days) {
    LocalDate first = day(days);
    return SearchRequest.calendar(of(timetable.products()), first, first.plusDays(days - 1L))
        .party(TWO)
        .limit(1_000);
  }

  /** So many days of all products of an operator between two stops. */
  public SearchRequest between(int days) {
    int from = random.nextInt(Timetable.STOPS - 1);
    int to = from + 1 + random.nextInt(Timetable.STOPS - 1 - from);
    LocalDate first = day(days);
    return SearchRequest.between(
            of(timetable.operators()), Timetable.stop(from), Timetable.stop(to), first)
        .dates(new DateRange(first, first.plusDays(days - 1L)))
        .party(TWO)
        .limit(100);
  }

  private LocalDate day(int days) {
    return Timetable.FIRST.plusDays(1 + random.nextInt(Scale.DAYS - days));
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
