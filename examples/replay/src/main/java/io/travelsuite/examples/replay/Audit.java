package io.travelsuite.examples.replay;

import io.travelsuite.examples.replay.Outcome.Waiting;
import io.travelsuite.integrity.Drift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What a replay must have come to; collects where it has not. */
final class Audit {

  private final Ledger ledger;
  private final List<String> problems = new ArrayList<>();

  Audit(Ledger ledger) {
    this.ledger = ledger;
  }

  /** No row was lost on the way. */
  void expectEveryRowAnswered() {
    for (Hotel hotel : Hotel.values()) {
      int waiting = ledger.count(hotel, Waiting.class);
      if (waiting > 0) {
        problems.add(hotel.title() + ": " + waiting + " rows without an answer");
      }
    }
  }

  /** No room was sold twice, not even for a while. */
  void expectNoNightAbove(Capacities capacities) {
    for (Hotel hotel : Hotel.values()) {
      ledger
          .nights(hotel)
          .forEach(
              (date, night) -> {
                if (night.peak() > capacities.of(hotel)) {
                  problems.add(place(hotel, date) + night.peak() + " rooms were taken at once");
                }
              });
    }
  }

  /** The database has as many rooms taken as were confirmed and not cancelled. */
  void expectTaken(Hotel hotel, SortedMap<LocalDate, Integer> stored) {
    ledger
        .nights(hotel)
        .forEach(
            (date, night) -> {
              int taken = stored.getOrDefault(date, -1);
              if (taken != night.taken()) {
                String rooms = taken + " rooms taken in the database, " + night.taken() + " sold";
                problems.add(place(hotel, date) + rooms);
              }
            });
  }

  /** The library's own check found nothing. */
  void expectNone(List<Drift> drift) {
    drift.forEach(found -> problems.add("verify(): " + found));
  }

  /** Row by row, and night by night. */
  void expectEqual(Ledger simulated) {
    Simulation.differences(simulated, ledger)
        .forEach(difference -> problems.add("simulation: " + difference));
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private static String place(Hotel hotel, LocalDate date) {
    return hotel.title() + " " + date + ": ";
  }
}
