package io.travelsuite.benchmarks.suite;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param name quick or full
 * @param rounds how often each figure is measured, the strategies interleaved
 * @param warmUp before each measurement
 * @param measured how long each measurement lasts
 * @param grid callers and departures of the seat-locking benchmark
 * @param pools connections to try for each strategy; none takes the usual number
 * @param rates arrivals a second
 * @param onSale callers and seats of the on-sale, and whether every strategy is put to it
 * @param growth bookings stored
 * @param replay whether the replay is run
 * @param departures that are searched among
 * @param webhooks how long webhooks are delivered
 * @param outboxEvents events that have queued up for the relay
 */
record Form(
    String name,
    int rounds,
    Duration warmUp,
    Duration measured,
    List<Load> grid,
    List<Integer> pools,
    List<Integer> rates,
    OnSaleSize onSale,
    List<Integer> growth,
    boolean replay,
    int departures,
    Duration webhooks,
    int outboxEvents) {

  /** Callers at the same time, and departures they choose from. */
  record Load(int threads, int occurrences) {}

  /** Callers of an on-sale, seats, and whether every strategy is put to it. */
  record OnSaleSize(int callers, int seats, boolean everyStrategy) {}

  /** Five minutes at most. */
  static Form quick() {
    return new Form(
        "quick",
        1,
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        List.of(new Load(1, 1), new Load(64, 1), new Load(512, 1), new Load(512, 5_000)),
        List.of(),
        List.of(200, 2_000),
        new OnSaleSize(20_000, 2_000, false),
        List.of(1_000, 50_000),
        false,
        10_000,
        Duration.ofSeconds(10),
        10_000);
  }

  /**
   * Everything. All in one JVM: on two cores a JVM of its own for each run would spend most of it
   * compiling. Where there are many departures, few callers are what few callers are at one.
   */
  static Form full() {
    return new Form(
        "full",
        5,
        Duration.ofMillis(1_500),
        Duration.ofMillis(2_500),
        List.of(
            new Load(1, 1),
            new Load(8, 1),
            new Load(64, 1),
            new Load(512, 1),
            new Load(512, 200),
            new Load(512, 5_000)),
        List.of(16, 64),
        List.of(100, 1_000, 10_000),
        new OnSaleSize(20_000, 2_000, false),
        List.of(1_000, 5_000_000),
        true,
        1_000_000,
        Duration.ofSeconds(60),
        40_000);
  }
}
