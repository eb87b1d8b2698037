package io.travelsuite.examples.server.board;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.sale.Allotment;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed to keep places for channels.
 *
 * @param rows as it was typed
 * @param kept the allotments; fewer than rows where some were left empty
 * @param problem what is wrong with a row, or nothing
 */
record AllotmentForm(List<Row> rows, List<Allotment> kept, String problem) {

  private static final int MOST_ROWS = 50;
  private static final int EMPTY_ROWS = 2;

  /**
   * A row of the form: texts, as they were typed.
   *
   * @param number from 0
   * @param pool the pool
   * @param channel the channel; the row counts for nothing when it is empty
   * @param units how many
   * @param until the local time until when
   * @param pools all pools, of which one is chosen
   */
  record Row(
      int number, String pool, String channel, String units, String until, List<Choice> pools) {}

  /** A pool to choose. */
  record Choice(String name, boolean chosen) {}

  /** The form of what is kept now. */
  static List<Row> rows(Occurrence run, List<Allotment> allotments) {
    List<Row> rows = new ArrayList<>();
    for (Allotment kept : allotments) {
      LocalDateTime until = LocalDateTime.ofInstant(kept.releasedAt(), run.zone());
      rows.add(
          row(
              run,
              rows.size(),
              List.of(
                  kept.pool(), kept.channel(), String.valueOf(kept.units()), until.toString())));
    }
    for (int i = 0; i < EMPTY_ROWS; i++) {
      rows.add(row(run, rows.size(), List.of("", "", "", "")));
    }
    return rows;
  }

  private static Row row(Occurrence run, int number, List<String> texts) {
    List<Choice> pools =
        run.pools().stream().map(name -> new Choice(name, name.equals(texts.get(0)))).toList();
    return new Row(number, texts.get(0), texts.get(1), texts.get(2), texts.get(3), pools);
  }

  static AllotmentForm read(Visit visit, Occurrence run) {
    List<Row> rows = new ArrayList<>();
    List<Allotment> kept = new ArrayList<>();
    String problem = "";
    for (int i = 0; i < MOST_ROWS && visit.context().formParam("channel-" + i) != null; i++) {
      List<String> texts =
          List.of(
              visit.field("pool-" + i),
              visit.field("channel-" + i),
              visit.field("units-" + i),
              visit.field("until-" + i));
      rows.add(row(run, i, texts));
      if (texts.get(1).isEmpty() && texts.get(2).isEmpty()) {
        continue;
      }
      try {
        kept.add(allotment(run, texts, visit.number("units-" + i)));
      } catch (InvalidRequestException | DateTimeParseException e) {
        problem =
            "Row %d needs a channel (letters, digits, dots and hyphens), a whole number and a time."
                .formatted(i + 1);
      }
    }
    return new AllotmentForm(rows, kept, problem);
  }

  private static Allotment allotment(Occurrence run, List<String> texts, Optional<Integer> units) {
    return new Allotment(
        texts.get(0),
        texts.get(1),
        units.orElse(0),
        LocalDateTime.parse(texts.get(3)).atZone(run.zone()).toInstant());
  }

  /** The allotments, if all rows are good. */
  Optional<List<Allotment>> allotments() {
    return problem.isEmpty() ? Optional.of(kept) : Optional.empty();
  }
}
