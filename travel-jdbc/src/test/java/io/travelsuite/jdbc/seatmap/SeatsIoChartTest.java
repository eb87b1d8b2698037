package io.travelsuite.jdbc.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.jdbc.seatmap.SeatsIoChart.Area;
import io.travelsuite.jdbc.seatmap.SeatsIoChart.Category;
import io.travelsuite.seat.Seat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeatsIoChartTest {

  @Test
  void rows_areas_and_categories_are_taken_over() {
    SeatsIoChart chart = read("sampleChart.json");

    assertThat(chart.name()).isEqualTo("Sample chart");
    assertThat(seats(chart)).hasSize(32);
    assertThat(rowSizes(chart)).isEqualTo(Map.of("|A", 8L, "|B", 8L, "|C", 8L, "|D", 8L));
    assertThat(chart.areas())
        .containsExactly(
            new Area("GA1", "", "category-9", 100), new Area("GA2", "", "category-10", 100));
    assertThat(chart.categories())
        .containsExactly(
            new Category("category-9", "Cat1", "#87A9CD"),
            new Category("category-10", "Cat2", "#5E42ED"),
            new Category("category-string11", "Cat3", "#5E42BB"));
    assertThat(seat(chart, "A-7"))
        .isEqualTo(new Seat("A-7", "", "A", 6, Set.of("accessible", "category-9"), 271.94, 99.56));
    assertThat(seats(chart)).filteredOn(seat -> seat.tags().contains("accessible")).hasSize(1);
  }

  @Test
  void the_seats_closest_to_the_focal_point_come_first() {
    List<Seat> seats = seats(read("sampleChart.json"));

    assertThat(seats.get(0).label()).isIn("A-4", "A-5");
    assertThat(seats.get(31).label()).isIn("D-1", "D-8");
    for (int i = 1; i < seats.size(); i++) {
      assertThat(distance(seats.get(i))).isGreaterThanOrEqualTo(distance(seats.get(i - 1)));
    }
  }

  @Test
  void sections_are_zones_and_stand_before_their_seats_labels() {
    SeatsIoChart chart = read("sampleChartWithSections.json");

    assertThat(seats(chart)).hasSize(71);
    assertThat(rowSizes(chart)).hasSize(13).containsEntry("Section B|G", 5L);
    assertThat(seat(chart, "Section B-A-2"))
        .isEqualTo(
            new Seat("Section B-A-2", "Section B", "A", 1, Set.of("category-4"), 226.19, 45.25));
    assertThat(chart.areas()).isEmpty();
  }

  @Test
  void floors_lie_one_below_the_other() {
    SeatsIoChart chart = read("sampleChartWithFloors.json");

    assertThat(seats(chart).stream().map(Seat::label))
        .containsExactly("S1-A-1", "S1-A-2", "S2-B-1", "S2-B-2");
    assertThat(seat(chart, "S1-A-1").y()).isLessThan(64);
    assertThat(seat(chart, "S2-B-1").y()).isGreaterThan(113);
  }

  @Test
  void a_seat_outside_of_sections_has_its_floor_for_a_zone() {
    String floors =
        """
        {"categories": {"list": [{"key": 1, "label": "c"}]}, "subChartFloors": [
          {"floorName": "1", "floorDisplayName": "Upper deck", "height": 40, "rows": [
            {"label": "A", "seats": [{"label": "1", "categoryKey": 1, "x": 5, "y": 5}]}]}]}
        """;

    assertThat(seat(SeatsIoChart.read(floors), "A-1").zone()).isEqualTo("Upper deck");
  }

  @Test
  void tables_are_rows_with_a_tag() {
    SeatsIoChart chart = read("sampleChartWithTables.json");

    assertThat(seats(chart)).hasSize(12).allMatch(seat -> seat.tags().contains("table"));
    assertThat(rowSizes(chart)).isEqualTo(Map.of("|T1", 6L, "|T2", 6L));
  }

  @Test
  void a_race_track_of_8897_seats_is_taken_over_whole() {
    SeatsIoChart chart = read("sampleChartWithZones.json.gz");

    assertThat(chart.name()).isEqualTo("Race Track");
    assertThat(seats(chart)).hasSize(8_897);
    assertThat(chart.categories()).hasSize(2);
    Map<String, Long> byZone =
        seats(chart).stream().collect(Collectors.groupingBy(Seat::zone, Collectors.counting()));
    assertThat(byZone)
        .isEqualTo(
            Map.of("Goal Stand 4", 650L, "Goal Stand 3", 2_215L, "MT1", 2_418L, "MT3", 3_614L));
    assertThat(rowSizes(chart))
        .hasSize(131)
        .containsEntry("Goal Stand 3|A", 60L)
        .containsEntry("Goal Stand 3|BBB", 19L)
        .containsEntry("MT3|A", 139L);
    assertThat(seat(chart, "Goal Stand 4-A-1").tags())
        .containsExactly("category-1", "zone-finishline");
    assertThat(seats(chart)) // no aisle is seen where the chart has none
        .allMatch(seat -> seat.label().endsWith("-" + (seat.position() + 1)));
  }

  @Test
  void a_chart_with_errors_is_refused_and_each_of_them_named() {
    assertThatThrownBy(() -> read("sampleChartWithErrors.json"))
        .isInstanceOfSatisfying(
            SeatMapFormatException.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        "/subChart/rows/0/seats/1/label must not repeat the label of"
                            + " /subChart/rows/0/seats/0, was: \"A-1\"",
                        "/subChart/rows/0/seats/2/label must be a label, was: \"?\"",
                        "/subChart/rows/0/seats/3/categoryKey must name a category, was: left out"));
  }

  @Test
  void a_gap_in_a_row_is_an_aisle_and_so_is_another_row_of_the_same_name() {
    SeatsIoChart chart =
        SeatsIoChart.read(
            chart(
                """
                "rows": [
                  {"label": "A", "seats": [%s, %s, %s]},
                  {"label": "A", "seats": [%s]}]
                """
                    .formatted(at(1, 10), at(2, 30), at(3, 70), at(4, 90))));

    assertThat(seats(chart).stream().map(Seat::position)).containsExactly(0, 1, 3, 5);
  }

  @Test
  void a_booth_is_an_area_for_one() {
    String booths = "\"booths\": [{\"label\": \"B7\", \"categoryKey\": 1}]";

    SeatsIoChart chart = SeatsIoChart.read(chart(booths));

    assertThat(chart.seats()).isNull();
    assertThat(chart.areas()).containsExactly(new Area("B7", "", "category-1", 1));
  }

  @Test
  void what_is_wrong_is_named_with_its_place_and_value() {
    assertProblem(chart("\"rows\": 5"), "/subChart/rows must be a list, was: 5");
    assertProblem("{}", "/subChart must be there, or subChartFloors, was: left out");
    assertProblem("[]", "the document must be an object, was: []");
    assertProblem(
        chart("\"rows\": [{\"label\": \"A\", \"seats\": [{\"label\": 1, \"categoryKey\": 2}]}]"),
        "/subChart/rows/0/seats/0/categoryKey must be the key of a category, was: 2");
    assertProblem(
        chart("\"rows\": [{\"label\": \"Ä\", \"seats\": [" + at(1, 1) + "]}]"),
        "/subChart/rows/0/seats/0/label must be 1 to 32 printable ASCII characters without"
            + " comma, was: Ä-1");
    assertProblem(
        chart("\"generalAdmissionAreas\": [{\"label\": \"GA\", \"categoryKey\": 1}]"),
        "/subChart/generalAdmissionAreas/0/capacity must be at least 1, was: left out");
    assertProblem(
        chart("\"rows\": [{\"seats\": []}]"),
        "/subChart/rows/0/label must be a label, was: left out");
    assertProblem(
        "{\"categories\": {\"list\": [{\"key\": \"a b\"}, {\"key\": \"a-b\"}]}, \"subChart\": {}}",
        "/categories/list/1/key must differ from the other keys in A-Z a-z 0-9 . _ -,"
            + " was: \"a-b\"");
  }

  @Test
  void a_chart_of_too_many_seats_is_refused() {
    StringBuilder seats = new StringBuilder(at(0, 0));
    for (int i = 1; i <= 10_000; i++) {
      seats.append(',').append(at(i, i));
    }

    assertProblem(
        chart("\"rows\": [{\"label\": \"A\", \"seats\": [" + seats + "]}]"),
        "the document must have at most 10000 seats, was: 10001 seats");
  }

  @Test
  void control_the_chart_with_errors_passes_once_they_are_mended() {
    String mended =
        SampleChart.text("sampleChartWithErrors.json")
            .replaceFirst("(?s)(\"label\": ?\"1\".*?\"label\": ?)\"1\"", "$1\"2\"")
            .replaceFirst("\"\\?\"", "\"3\"")
            .replaceFirst("(\"label\": ?\"4\",)", "$1 \"categoryKey\": 9,");

    assertThat(seats(SeatsIoChart.read(mended))).hasSize(32);
  }

  private static SeatsIoChart read(String name) {
    return SeatsIoChart.read(SampleChart.text(name));
  }

  private static String chart(String content) {
    return "{\"categories\": {\"list\": [{\"key\": 1}]}, \"subChart\": {" + content + "}}";
  }

  private static String at(int label, int x) {
    return "{\"label\": \"%d\", \"categoryKey\": 1, \"x\": %d, \"y\": 0}".formatted(label, x);
  }

  private static List<Seat> seats(SeatsIoChart chart) {
    return Objects.requireNonNull(chart.seats()).seats();
  }

  private static Seat seat(SeatsIoChart chart, String label) {
    return seats(chart).stream().filter(s -> s.label().equals(label)).findFirst().orElseThrow();
  }

  private static Map<String, Long> rowSizes(SeatsIoChart chart) {
    return seats(chart).stream()
        .collect(
            Collectors.groupingBy(seat -> seat.zone() + "|" + seat.row(), Collectors.counting()));
  }

  private static double distance(Seat seat) {
    return Math.hypot(seat.x() - 225, seat.y() - 33.23);
  }

  private static void assertProblem(String json, String problem) {
    assertThatThrownBy(() -> SeatsIoChart.read(json))
        .isInstanceOf(SeatMapFormatException.class)
        .hasMessage(problem);
  }
}
