package io.travelsuite.examples.server.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.security.role.Permissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The board: departures of some days, and how full each is, as it is now. */
final class BoardPage {

  static final String PATH = "/office/board";

  private static final String LIVE = PATH + "/live";
  private static final int DAYS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stock stock;
  private final DepartureRows rows;

  BoardPage(Stock stock) {
    this.stock = stock;
    rows = new DepartureRows(stock, DAYS);
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(PATH, Permissions.INVENTORY_READ, this::show),
        Endpoint.get(LIVE, Permissions.INVENTORY_READ, this::live));
  }

  private record Shown(Range range, List<Day> days, String live) {}

  private record Range(String from, String earlier, String later, boolean today) {}

  /** A day with its departures; the template asks whether there are any. */
  record Day(String date, String title, List<DepartureRows.Row> rows) {
    boolean any() {
      return !rows.isEmpty();
    }
  }

  private void show(Visit visit) {
    LocalDate today = stock.today();
    LocalDate from = visit.date("from", today);
    Map<String, Day> days = new LinkedHashMap<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = from.plusDays(i);
      List<DepartureRows.Row> ofDay =
          rows.from(from).stream().filter(row -> row.date().equals(date.toString())).toList();
      days.put(date.toString(), new Day(date.toString(), title(date, today), ofDay));
    }
    Range range =
        new Range(
            from.toString(),
            from.minusDays(DAYS).toString(),
            from.plusDays(DAYS).toString(),
            from.equals(today));
    Shown shown = new Shown(range, List.copyOf(days.values()), LIVE + "?from=" + from);
    visit.show(200, new View("Departures", PATH, "board", shown), null);
  }

  private static String title(LocalDate date, LocalDate today) {
    String day = Wording.nearDay(date);
    if (date.equals(today)) {
      return "Today, " + day;
    }
    return date.equals(today.plusDays(1)) ? "Tomorrow, " + day : day;
  }

  private record Live(List<DepartureRows.Row> rows) {}

  /** What the script asks for every other second. */
  private void live(Visit visit) {
    LocalDate from = visit.date("from", stock.today());
    try {
      visit
          .context()
          .contentType("application/json")
          .result(JSON.writeValueAsBytes(new Live(rows.from(from))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
