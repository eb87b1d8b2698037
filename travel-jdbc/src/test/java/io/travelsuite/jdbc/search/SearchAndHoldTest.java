package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.price.DateRange;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.Search;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import io.travelsuite.search.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In random worlds, what search says is available can be held, and what it says is not cannot.
 * {@code -Dtravel.seed} names the one that is not fixed.
 */
class SearchAndHoldTest {

  private static final long[] FIXED_SEEDS = {1, 2, 3, 4, 5, 6};
  private static final int SEARCHES = 60;

  private static Fixture fixture;

  /** What a search that is to be caught overlooks. */
  private enum Flaw {
    NONE,
    CHANNEL,
    FARE_CLASS,
    PARTY,
    TIME
  }

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void what_search_says_is_available_can_be_held_and_what_it_says_is_not_cannot() {
    Map<Status, Integer> met = new EnumMap<>(Status.class);
    for (long seed : FIXED_SEEDS) {
      compare(seed).forEach((status, count) -> met.merge(status, count, Integer::sum));
    }
    assertThat(met.keySet())
        .as("what the fixed seeds meet")
        .containsAll(Set.of(Status.AVAILABLE, Status.SOLD_OUT, Status.CLOSED, Status.CANCELLED))
        .containsAll(Set.of(Status.NOT_YET_OPEN, Status.CUTOFF_PASSED, Status.PARTY_TOO_LARGE))
        .containsAll(Set.of(Status.NOT_OFFERED, Status.RESTRICTED));
  }

  @Test
  void nor_in_a_world_that_nobody_has_seen() {
    compare(Long.getLong("travel.seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE)));
  }

  /** What was met, and how often. */
  private static Map<Status, Integer> compare(long seed) {
    Comparison comparison = new Comparison(seed, Flaw.NONE);
    assertThat(comparison.run()).as("seed " + seed).isEmpty();
    System.out.println("search and hold: seed " + seed + ", " + comparison.met);
    return comparison.met;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void control_a_search_that_overlooks_something_is_caught(Flaw flaw) {
    List<String> caught = new ArrayList<>();
    for (int i = 0; i < FIXED_SEEDS.length && caught.isEmpty(); i++) {
      caught.addAll(new Comparison(FIXED_SEEDS[i], flaw).run());
    }
    assertThat(caught).isNotEmpty();
  }

  /** Searches in one world, each answer tried out by a hold that is released again. */
  private static final class Comparison {

    private final Map<Status, Integer> met = new EnumMap<>(Status.class);
    private final List<String> wrong = new ArrayList<>();
    private final RandomWorld world;
    private final Flaw flaw;
    private final Search search;

    Comparison(long seed, Flaw flaw) {
      fixture.rows().update("DELETE FROM travel_operator WHERE code = ?", "random" + seed);
      world = new RandomWorld(fixture.dataSource(), seed);
      this.flaw = flaw;
      search =
          flaw == Flaw.TIME
              ? JdbcTravel.builder(fixture.dataSource())
                  .clock(new TestClock(RandomWorld.START))
                  .build()
                  .search()
              : world.travel().search();
    }

    List<String> run() {
      for (int i = 0; i < SEARCHES; i++) {
        SearchRequest request = request();
        for (Departure found : search.find(flawed(request)).departures()) {
          met.merge(found.status(), 1, Integer::sum);
          tryOut(request, found);
        }
      }
      return wrong;
    }

    private SearchRequest request() {
      DateRange dates =
          new DateRange(RandomWorld.FIRST, RandomWorld.FIRST.plusDays(RandomWorld.DAYS));
      StopPair pair = new StopPair(world.of(RandomWorld.STOPS), world.of(RandomWorld.STOPS));
      SearchScope scope =
          world.chance(50)
              ? new SearchScope.Between(world.operator, pair, Set.of())
              : new SearchScope.OfProduct(world.of(world.products), world.chance(50) ? pair : null);
      SearchRequest request =
          new SearchRequest(scope, dates, party(), null, null, 1_000, 1_000, null);
      request = world.chance(30) ? request.channel(world.of(RandomWorld.CHANNELS)) : request;
      return world.chance(20) ? request.fareClass(world.of(RandomWorld.CLASSES)) : request;
    }

    private Party party() {
      Party party = Party.of(world.of(RandomWorld.UNITS), 1 + world.random.nextInt(4));
      return world.chance(40) ? party.and("child", 1) : party;
    }

    private SearchRequest flawed(SearchRequest request) {
      return switch (flaw) {
        case CHANNEL ->
            new SearchRequest(
                request.scope(),
                request.dates(),
                request.party(),
                request.fareClass(),
                null,
                request.many(),
                request.limit(),
                null);
        case FARE_CLASS ->
            new SearchRequest(
                request.scope(),
                request.dates(),
                request.party(),
                null,
                request.channel(),
                request.many(),
                request.limit(),
                null);
        case PARTY -> request.party(Party.of("adult", 1));
        case NONE, TIME -> request;
      };
    }

    private void tryOut(SearchRequest request, Departure found) {
      if (found.status() == Status.AVAILABLE) {
        String fareClass = request.fareClass() == null ? found.fareClass() : request.fareClass();
        expect(Held.class, request, found, fareClass);
        return;
      }
      Class<?> refusal = found.status() == Status.SOLD_OUT ? SoldOut.class : NotOnSale.class;
      List<@Nullable String> classes = new ArrayList<>(RandomWorld.CLASSES);
      classes.add(null);
      for (String fareClass :
          request.fareClass() == null ? classes : List.of(request.fareClass())) {
        expect(refusal, request, found, fareClass);
      }
    }

    /** In a class that its occurrence does not have, a party is refused in any case. */
    private void expect(
        Class<?> answer, SearchRequest request, Departure found, @Nullable String fareClass) {
      Bookings bookings = world.travel().bookings();
      HoldResult result = bookings.hold(hold(request, found, fareClass));
      boolean notOffered =
          result instanceof NotOnSale no && no.reason() == NotOnSale.Reason.NOT_OFFERED;
      if (!answer.isInstance(result) && !(answer == SoldOut.class && notOffered)) {
        wrong.add(request + "\n found " + found + "\n but a hold got " + result);
      }
      if (result instanceof Held held) {
        bookings.release(held.booking().id());
      }
    }

    private static HoldRequest hold(
        SearchRequest request, Departure found, @Nullable String fareClass) {
      List<Line> lines = new ArrayList<>();
      for (Party.Part part : request.party().parts()) {
        Fare fare = fareClass == null ? part.fare() : part.fare().fareClass(fareClass);
        lines.add(Line.of(found.occurrence(), part.units()).over(found.legs()).fare(fare));
      }
      HoldRequest hold = HoldRequest.of(lines);
      return request.channel() == null ? hold : hold.channel(request.channel());
    }
  }
}
