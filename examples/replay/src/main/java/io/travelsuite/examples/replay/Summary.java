package io.travelsuite.examples.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.travelsuite.examples.replay.Outcome.Cancelled;
import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import io.travelsuite.examples.replay.Outcome.Skipped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A replay in figures, as {@code summary.json} has them.
 *
 * @param rows rows of the trace; each is held, refused or skipped
 * @param held rows that were held
 * @param confirmed rows that were confirmed, those cancelled later included
 * @param refused rows that were sold out
 * @param cancelled rows that were confirmed and cancelled later
 * @param skipped rows without nights
 * @param nights nights on sale, both hotels together
 * @param maxTakenPerNight by hotel, the most rooms ever taken in any night
 * @param drift what {@code verify()} reported
 * @param seconds from the first booking to the last cancellation
 * @param bookingsPerSecond rows held or refused, a second
 * @param database product and version
 * @param workers how many worked at once
 * @param capacity by hotel, the rooms of a night
 * @param fullNights by hotel, the nights that were full at some moment
 * @param busy how often a hold was answered Busy and tried again
 * @param simulation {@code equal}, {@code different}, or {@code not compared} with several workers
 * @param problems what should not be; empty when all is well
 */
record Summary(
    int rows,
    int held,
    int confirmed,
    int refused,
    int cancelled,
    int skipped,
    int nights,
    Map<String, Integer> maxTakenPerNight,
    int drift,
    double seconds,
    double bookingsPerSecond,
    String database,
    int workers,
    Map<String, Integer> capacity,
    Map<String, Integer> fullNights,
    int busy,
    String simulation,
    List<String> problems) {

  /** Puts together what the replay and its checks came to. */
  static Summary of(Played played, Checked checked) {
    Ledger ledger = played.ledger();
    int refused = count(ledger, Refused.class);
    int cancelled = count(ledger, Cancelled.class);
    return new Summary(
        ledger.trace().rows().size(),
        played.held(),
        count(ledger, Confirmed.class) + cancelled,
        refused,
        cancelled,
        count(ledger, Skipped.class),
        byHotel(hotel -> ledger.nights(hotel).size()).values().stream().mapToInt(n -> n).sum(),
        byHotel(ledger::mostTaken),
        checked.drift(),
        rounded(played.seconds()),
        rounded((played.held() + refused) / played.seconds()),
        played.database(),
        played.workers(),
        byHotel(played.capacities()::of),
        byHotel(hotel -> ledger.nightsReaching(hotel, played.capacities().of(hotel))),
        played.busy(),
        checked.simulation(),
        checked.problems());
  }

  void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }

  private static int count(Ledger ledger, Class<? extends Outcome> kind) {
    return ledger.count(Hotel.RESORT, kind) + ledger.count(Hotel.CITY, kind);
  }

  private static Map<String, Integer> byHotel(ToIntFunction<Hotel> figure) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    for (Hotel hotel : Hotel.values()) {
      figures.put(hotel.code(), figure.applyAsInt(hotel));
    }
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
