package io.travelsuite.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Pool;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatMapTest {

  private static final Seat A1 = Seat.of("A1", "A", 1);

  @Test
  void seats_keep_the_order_given_to_them() {
    SeatMap map = new SeatMap(List.of(Seat.of("A2", "A", 2), A1, Seat.of("A0", "A", 0)));

    assertThat(map.labels()).containsExactly("A2", "A1", "A0");
  }

  @Test
  void labels_alone_make_one_row_of_neighbours() {
    SeatMap map = SeatMap.ofLabels(List.of("1", "2", "3"));

    assertThat(map.labels()).containsExactly("1", "2", "3");
    assertThat(map.seats().get(0).isNeighbourOf(map.seats().get(1))).isTrue();
    assertThat(map.seats().get(0).isNeighbourOf(map.seats().get(2))).isFalse();
  }

  @Test
  void neighbours_are_in_the_same_row_and_one_position_apart() {
    assertThat(A1.isNeighbourOf(Seat.of("A2", "A", 2))).isTrue();
    assertThat(A1.isNeighbourOf(Seat.of("A0", "A", 0))).isTrue();
    assertThat(A1.isNeighbourOf(A1)).isFalse();
    assertThat(A1.isNeighbourOf(Seat.of("A3", "A", 3))).isFalse();
    assertThat(A1.isNeighbourOf(Seat.of("B2", "B", 2))).isFalse();
    assertThat(A1.isNeighbourOf(Seat.of("z2", "A", 2).zone("z"))).isFalse();
  }

  @Test
  void the_same_seat_is_refined_step_by_step() {
    Seat seat = A1.zone("deck").tag("window").tag("table").at(3, -4.5);

    assertThat(seat).isEqualTo(new Seat("A1", "deck", "A", 1, Set.of("table", "window"), 3, -4.5));
    assertThat(seat.tags()).containsExactly("table", "window");
    assertThatThrownBy(() -> seat.tags().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_label_is_what_a_pool_takes_and_nothing_else() {
    for (char c = 0; c < 300; c++) {
      String label = "a" + c;
      assertThat(isAccepted(() -> Seat.of(label, "", 0)))
          .as("character " + (int) c)
          .isEqualTo(isAccepted(() -> Pool.ofSeats("seats", List.of(label))));
    }
    assertRefused(() -> Seat.of("", "", 0), "seat must be 1 to 32");
    assertRefused(() -> Seat.of("a".repeat(33), "", 0), "seat must be 1 to 32");
  }

  @Test
  void what_a_field_must_be_is_told_with_its_value() {
    assertRefused(() -> A1.zone("a\nb"), "zone must be 0 to 64");
    assertRefused(() -> A1.zone("a".repeat(65)), "zone must be 0 to 64");
    assertRefused(() -> Seat.of("1", "\u007f", 1), "row must be 0 to 64");
    assertRefused(() -> Seat.of("1", "A", -1), "position must be from 0 to 1000000, was: -1");
    assertRefused(() -> Seat.of("1", "A", 1_000_001), "position must be from 0 to 1000000");
    assertRefused(() -> A1.tag("a b"), "tag must be 1 to 32 of A-Z a-z 0-9 . _ -, was: a b");
    assertRefused(() -> A1.at(Double.NaN, 0), "x must be finite, was: NaN");
    assertRefused(() -> A1.at(0, Double.NEGATIVE_INFINITY), "y must be finite, was: -Infinity");
    assertThatCode(() -> A1.zone("Tribüne 1, links").at(-1e9, 1e9)).doesNotThrowAnyException();
  }

  @Test
  void a_seat_has_at_most_twenty_tags() {
    Seat seat = A1;
    for (int i = 0; i < 20; i++) {
      seat = seat.tag("t" + i);
    }
    Seat full = seat;

    assertRefused(() -> full.tag("one-more"), "tags must be at most 20");
    assertThat(full.tag("t3")).isEqualTo(full);
  }

  @Test
  void labels_and_places_are_unique() {
    assertRefused(
        () -> new SeatMap(List.of(A1, Seat.of("A1", "A", 2))),
        "seat must not repeat a label, was: A1");
    assertRefused(
        () -> new SeatMap(List.of(A1, Seat.of("A9", "A", 1))),
        "seat must not be where another seat is, was: Seat[label=A9");
    assertThatCode(() -> new SeatMap(List.of(A1, Seat.of("A9", "A", 1).zone("z"))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_map_has_1_to_10000_seats() {
    assertRefused(() -> new SeatMap(List.of()), "seats must be 1 to 10000, was: 0");
    assertRefused(() -> SeatMap.ofLabels(labels(10_001)), "seats must be 1 to 10000, was: 10001");
    assertThat(SeatMap.ofLabels(labels(10_000)).seats()).hasSize(10_000);
  }

  @Test
  void a_wish_is_refined_step_by_step() {
    SeatWish any = SeatWish.bestAvailable();

    assertThat(any).isEqualTo(new SeatWish(null, Set.of(), SeatWish.Together.PREFERRED));
    assertThat(any.zone("coach 3").tag("window").tag("table").allTogether())
        .isEqualTo(new SeatWish("coach 3", Set.of("table", "window"), SeatWish.Together.REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a,b"})
  void a_wish_for_a_tag_that_no_seat_can_have_is_refused(String tag) {
    assertRefused(() -> SeatWish.bestAvailable().tag(tag), "tag must be 1 to 32");
  }

  @Test
  void a_wish_for_a_zone_that_no_seat_can_have_is_refused() {
    assertRefused(() -> SeatWish.bestAvailable().zone("a".repeat(65)), "zone must be 0 to 64");
    assertRefused(() -> SeatWish.bestAvailable().zone("a\tb"), "zone must be 0 to 64");
    assertRefused(
        () -> new SeatWish(null, Collections.singleton("?"), SeatWish.Together.REQUIRED),
        "tag must be 1 to 32");
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static boolean isAccepted(Runnable creation) {
    try {
      creation.run();
      return true;
    } catch (InvalidRequestException e) {
      return false;
    }
  }

  private static void assertRefused(Runnable creation, String message) {
    assertThatThrownBy(creation::run)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(message);
  }
}
