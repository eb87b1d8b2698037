package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.LockWaits;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.RetimeResult;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host opens an occurrence at ten, and commits when another already waits for that start. */
class StartRaceTest {

  private static final LocalDateTime NINE = LocalDateTime.parse("2027-03-01T09:00");
  private static final LocalDateTime TEN = NINE.plusHours(1);
  private static final Horizon TODAY = Horizon.until(Operations.FIRST);

  private Operations operations;
  private ExecutorService threads;
  private OccurrenceId departure;

  @BeforeEach
  void open() {
    operations = Operations.create();
    threads = Executors.newSingleThreadExecutor();
    operations.schedules().apply(daily(), TODAY);
    departure = operations.at("2027-03-01T09:00");
  }

  @AfterEach
  void close() {
    operations.assertNoDrift();
    threads.shutdownNow();
    operations.close();
  }

  private Schedule daily() {
    return operations.daily("FREQ=DAILY").pool(Pool.of("seats", 40));
  }

  private Schedule atTen() {
    return daily().recurrence(daily().recurrence().times(LocalTime.of(10, 0)));
  }

  private <T> T whileAHostOpensAtTen(Function<JdbcTravel, T> work) throws SQLException {
    LockWaits waits = operations.fixture().lockWaits();
    waits.awaitNone();
    try (Connection host = operations.fixture().connect()) {
      host.setAutoCommit(false);
      OccurrenceRequest atTen =
          OccurrenceRequest.of(operations.product().id(), TEN).pool("seats", 3);
      operations.travel().joining(host).inventory().open(atTen).orElseThrow();
      JdbcTravel elsewhere = operations.newTravel();
      CompletableFuture<T> result =
          CompletableFuture.supplyAsync(() -> work.apply(elsewhere), threads);
      waits.await(1);
      host.commit();
      return result.join();
    }
  }

  private void assertLeftAtNine(ScheduleChanges changes) {
    assertThat(changes.isEmpty()).isTrue();
    assertThat(changes.leftAlone())
        .containsExactly(new LeftAlone(departure, NINE, Reason.START_TAKEN));
    assertThat(operations.at("2027-03-01T09:00")).isEqualTo(departure);
    assertThat(operations.starts()).containsExactly(NINE, TEN);
  }

  @Test
  void a_generator_leaves_an_occurrence_whose_new_start_was_taken() throws SQLException {
    assertLeftAtNine(whileAHostOpensAtTen(travel -> travel.schedules().apply(atTen(), TODAY)));
  }

  @Test
  void a_generator_keeps_an_occurrence_whose_replacement_finds_its_start_taken()
      throws SQLException {
    Schedule otherLayout = atTen().pool(Pool.of("bikes", 2));

    assertLeftAtNine(whileAHostOpensAtTen(travel -> travel.schedules().apply(otherLayout, TODAY)));
    assertThat(operations.availability(departure).available("seats")).isEqualTo(40);
  }

  @Test
  void one_who_looks_later_is_told_the_same() throws SQLException {
    OccurrenceRequest byHand =
        OccurrenceRequest.of(operations.product().id(), TEN).pool("seats", 3);
    operations.inventory().open(byHand).orElseThrow();

    ScheduleChanges told = operations.schedules().preview(atTen(), Operations.FIRST);

    assertThat(operations.schedules().apply(atTen(), TODAY)).isEqualTo(told);
    assertLeftAtNine(told);
  }

  @Test
  void an_explicit_retime_is_refused() throws SQLException {
    RetimeResult result = whileAHostOpensAtTen(travel -> travel.schedules().retime(departure, TEN));

    assertThat(result).isEqualTo(new RetimeResult.StartTaken(TEN));
    assertThat(operations.starts()).containsExactly(NINE, TEN);
  }
}
