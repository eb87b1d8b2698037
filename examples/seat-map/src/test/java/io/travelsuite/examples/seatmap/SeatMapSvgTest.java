package io.travelsuite.examples.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class SeatMapSvgTest {

  private static final Sold NOTHING = Sold.nothing();

  @Test
  void the_sample_has_each_seat_once() throws Exception {
    MapFile sample = MapFile.sample();

    Svg svg = draw(sample.map(), NOTHING, Colours.By.ZONE);

    assertThat(svg.labels()).hasSize(64).containsExactlyInAnyOrderElementsOf(sample.map().labels());
    assertApartAndInside(svg);
    assertThat(svg.texts()).contains("Coach 1", "Coach 2", "64 seats");
  }

  @Test
  void seats_without_a_place_of_their_own_are_drawn_in_lines() throws Exception {
    SeatMap map = SeatMap.ofLabels(List.of("1", "2", "3", "4"));

    Svg svg = draw(map, NOTHING, Colours.By.STATE);

    assertThat(svg.labels()).containsExactly("1", "2", "3", "4");
    assertApartAndInside(svg);
  }

  @Test
  void a_stadium_whose_stands_lie_far_apart_is_drawn_stand_by_stand() throws Exception {
    SeatMap map = stadium();

    Svg svg = draw(map, NOTHING, Colours.By.ZONE);

    assertThat(svg.labels()).hasSize(9_600).containsExactlyInAnyOrderElementsOf(map.labels());
    assertApartAndInside(svg);
    assertThat(svg.number("width")).isLessThan(1_700);
    assertThat(svg.texts()).contains("Stand 0", "Stand 3", "9,600 seats");
  }

  @Test
  void every_state_has_its_colour_and_its_count() throws Exception {
    SeatMap map = SeatMap.ofLabels(List.of("1", "2", "3", "4"));

    Svg svg = draw(map, new Sold(Set.of("2", "3"), Set.of("4")), Colours.By.STATE);

    assertThat(svg.seats().stream().map(seat -> seat.getAttribute("data-state")))
        .containsExactly("FREE", "TAKEN", "TAKEN", "BLOCKED");
    List<String> fills =
        svg.seats().stream().map(seat -> Svg.square(seat).getAttribute("fill")).toList();
    assertThat(fills.get(1)).isEqualTo(fills.get(2));
    assertThat(Set.of(fills.get(0), fills.get(1), fills.get(3))).hasSize(3);
    assertThat(svg.texts())
        .contains("4 seats · 1 free · 2 taken · 1 blocked", "free", "taken", "blocked");
  }

  @Test
  void every_zone_has_a_colour_of_its_own() throws Exception {
    SeatMap map =
        new SeatMap(
            List.of(
                Seat.of("1", "A", 1).zone("x"),
                Seat.of("2", "A", 1).zone("y").tag(Seat.ACCESSIBLE),
                Seat.of("3", "A", 2).zone("x")));

    Svg svg = draw(map, NOTHING, Colours.By.ZONE);

    assertThat(fill(svg, "1")).isEqualTo(fill(svg, "3")).isNotEqualTo(fill(svg, "2"));
    assertThat(svg.texts()).contains("x", "y", "accessible");
  }

  @Test
  void names_that_look_like_xml_are_only_names() throws Exception {
    SeatMap map =
        new SeatMap(
            List.of(
                Seat.of("<a>&\"'", "</svg>", 1).zone("\uFFFE<script>\uD800"),
                Seat.of("]]>", "</svg>", 2).zone("\uFFFE<script>\uD800")));

    Svg svg = draw(map, NOTHING, Colours.By.STATE);

    assertThat(svg.labels()).containsExactly("<a>&\"'", "]]>");
    assertThat(svg.elements("script")).isEmpty();
    assertThat(svg.texts()).contains("<script>", "</svg>");
  }

  @Test
  void control_text_that_is_no_xml_would_be_seen() {
    String broken = SeatMapSvg.draw(MapFile.sample(), NOTHING, Colours.By.ZONE).replace("</g>", "");

    assertThatThrownBy(() -> Svg.parse(broken)).isInstanceOf(SAXException.class);
  }

  @Test
  void control_seats_on_each_other_would_be_seen() throws Exception {
    String drawn = SeatMapSvg.draw(MapFile.sample(), NOTHING, Colours.By.ZONE);
    Svg piled = Svg.parse(drawn.replaceAll(" x=\"[0-9.]+\"", " x=\"50\""));

    assertThatThrownBy(() -> assertApartAndInside(piled)).isInstanceOf(AssertionError.class);
  }

  private static Svg draw(SeatMap map, Sold sold, Colours.By by) throws Exception {
    return Svg.parse(SeatMapSvg.draw(new MapFile("A map", map, List.of()), sold, by));
  }

  private static String fill(Svg svg, String label) {
    Element seat =
        svg.seats().stream()
            .filter(each -> each.getAttribute("data-seat").equals(label))
            .findFirst()
            .orElseThrow();
    return Svg.square(seat).getAttribute("fill");
  }

  private static void assertApartAndInside(Svg svg) {
    List<Element> squares = svg.seats().stream().map(Svg::square).toList();
    assertThat(squares.stream().map(s -> s.getAttribute("x") + " " + s.getAttribute("y")))
        .doesNotHaveDuplicates();
    for (Element square : squares) {
      assertThat(Svg.number(square, "x") + Svg.number(square, "width"))
          .isBetween(0.0, svg.number("width"));
      assertThat(Svg.number(square, "y") + Svg.number(square, "height"))
          .isBetween(0.0, svg.number("height"));
    }
  }

  /** Four stands of 40 rows of 60 seats, a kilometre apart. */
  private static SeatMap stadium() {
    List<Seat> seats = new ArrayList<>();
    for (int stand = 0; stand < 4; stand++) {
      for (int row = 0; row < 40; row++) {
        for (int place = 0; place < 60; place++) {
          Seat seat = Seat.of(stand + "-" + row + "-" + place, "Row " + row, place);
          double x = stand * 1_000 + place * 0.5;
          seats.add(seat.zone("Stand " + stand).at(x, row * 0.8 - stand * 1_000));
        }
      }
    }
    return new SeatMap(seats);
  }
}
