package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection is cut at COMMIT: nobody can know at once whether it took effect. */
class CommitCutTest extends CutSuite {

  private static JdbcTravel travel;

  @BeforeAll
  static void open() {
    travel = JdbcTravel.builder(pool).build();
  }

  static Stream<Arguments> everyActAndCut() {
    return Arrays.stream(Act.values())
        .flatMap(act -> Arrays.stream(Cut.values()).map(cut -> Arguments.of(act, cut)));
  }

  @ParameterizedTest
  @MethodSource("everyActAndCut")
  void a_cut_commit_is_resolved_and_applied_exactly_once(Act act, Cut cut) throws Exception {
    Seller library = transition -> transition.apply(travel.bookings());

    assertThat(anomalies(library, act, cut)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "EXTEND", "TAKE_ANOTHER_UNIT", "CANCEL_ONE_UNIT"})
  void control_a_host_that_retries_blindly_applies_it_twice(Act act) throws Exception {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.IT_FAILED_SO_RETRY);

    assertThat(anomalies(twin, act, Cut.AFTER_COMMIT)).contains("2 transitions instead of one");
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "EXTEND", "TAKE_ANOTHER_UNIT"})
  void control_a_host_that_reads_back_without_a_lock_applies_it_twice(Act act) throws Exception {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.WHAT_A_PLAIN_READ_SHOWS);

    assertThat(anomalies(twin, act, Cut.BEFORE_A_LATE_COMMIT))
        .contains("2 transitions instead of one");
  }

  @ParameterizedTest
  @EnumSource
  void control_a_host_that_takes_a_cut_for_failure_denies_what_is_stored(Act act) throws Exception {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.IT_FAILED);

    assertThat(anomalies(twin, act, Cut.AFTER_COMMIT))
        .contains("told that it failed, and it is stored");
  }

  @ParameterizedTest
  @EnumSource
  void control_a_host_that_takes_a_cut_for_success_loses_what_it_acknowledged(Act act)
      throws Exception {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.IT_SUCCEEDED);

    assertThat(anomalies(twin, act, Cut.BEFORE_COMMIT)).contains("0 transitions instead of one");
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void operators_and_products_are_there_when_answered_after_a_cut(Cut cut) {
    proxy.cutNext(cut);
    Operator operator = travel.inventory().addOperator("operator " + cut, "Cut");
    proxy.cutNext(cut);
    Product product =
        travel.inventory().addProduct(operator.id(), "product", "Cut", ZoneId.of("UTC"));

    assertThat(fixture.travel().inventory().addOperator("operator " + cut, "Cut"))
        .isEqualTo(operator);
    assertThat(
            fixture
                .travel()
                .inventory()
                .addProduct(operator.id(), "product", "Cut", ZoneId.of("UTC")))
        .isEqualTo(product);
  }

  @Test
  void the_next_call_after_a_cut_works_at_once() {
    proxy.cutNext(Cut.AFTER_COMMIT);
    Booking held = travel.bookings().hold(HoldRequest.of(fixture.open(2), 1)).orElseThrow();

    assertThat(travel.bookings().find(held.id())).contains(held);
    assertThat(travel.bookings().confirm(held.id(), "paid").orElseThrow().version()).isEqualTo(2);
  }

  private static List<String> anomalies(Seller seller, Act act, Cut cut) throws Exception {
    return new CutTrial(fixture, proxy, seller).anomalies(act, cut);
  }
}
