package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.Stop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searches go by the indexes made for them, on small tables with no statistics too. */
class SearchPlanTest {

  private static final String NOW = "2027-03-01 00:00:00.000000";
  private static final String LATER = "2027-03-02 00:00:00.000000";
  private static final byte[] LAYOUT = new byte[32];

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    for (int i = 0; i < 5; i++) {
      fixture.open(fixture.request().pool("seats", 5).stops(Stop.of("A", 0), Stop.of("B", 60 + i)));
    }
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static String time(LocalDateTime time) {
    return UtcTime.text(time);
  }

  /**
   * What a plan reads: each table's name, how, and by which key. MariaDB carries out a common table
   * expression each time it is named.
   */
  private static Set<String> plan(String sql, Object... values) throws SQLException {
    try (Connection connection = fixture.connect();
        PreparedStatement statement =
            connection.prepareStatement("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i] instanceof UUID id ? BinaryId.bytes(id) : values[i]);
      }
      Set<String> steps = new TreeSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString("table");
          if (table != null && !table.startsWith("<")) {
            steps.add(table + " " + rows.getString("type") + " " + rows.getString("key"));
          }
        }
      }
      return steps;
    }
  }

  @Test
  void a_calendar_reads_a_range_of_its_product_and_the_rest_by_key() throws SQLException {
    LocalDateTime first = LocalDateTime.parse("2027-03-01T00:00");
    for (boolean after : new boolean[] {false, true}) {
      List<Object> values =
          new ArrayList<>(
              List.of(fixture.product().id().value(), time(first), time(first.plusDays(60))));
      if (after) {
        values.addAll(List.of(time(first), "x"));
      }
      values.add(101);

      assertThat(plan(SearchSql.calendar(after), values.toArray()))
          .containsExactlyInAnyOrder(
              "o range travel_occurrence_run", "c ref PRIMARY", "h ref PRIMARY");
    }
  }

  @Test
  void a_search_between_stops_reads_ranges_of_their_layouts_and_the_rest_by_key()
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of("B", "A", fixture.operator().id().value()));
    for (int i = 0; i < 3; i++) {
      values.addAll(List.of(LAYOUT, "Europe/Lisbon", NOW, LATER));
    }
    values.addAll(List.of(101, 101));

    Set<String> plan = plan(SearchSql.between(3, 0, false), values.toArray());

    assertThat(plan)
        .contains("o range travel_occurrence_layout", "o eq_ref PRIMARY")
        .allMatch(step -> step.endsWith(" PRIMARY") || step.endsWith(" travel_occurrence_layout"))
        .noneMatch(step -> step.contains(" ALL ") || step.contains(" index "));
  }

  @Test
  void control_the_same_without_the_index_is_a_scan() throws SQLException {
    String unforced =
        SearchSql.calendar(false)
            .replace("FORCE INDEX (travel_occurrence_run)", "IGNORE INDEX (travel_occurrence_run)");

    assertThat(plan(unforced, fixture.product().id().value(), NOW, LATER, 101))
        .contains("o ALL null");
  }
}
