package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.examples.gtfs.SeatTimeline.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatTimelineTest {

  @Test
  void a_seat_may_be_sold_again_from_where_it_is_given_back() {
    SeatTimeline timeline = timeline(bar("1A", 2, 3), bar("1A", 0, 2), bar("1B", 0, 3));

    assertThat(timeline.bars()).hasSize(3);
    assertThat(timeline.legs()).isEqualTo(3);
  }

  @Test
  void a_leg_of_a_seat_that_was_sold_twice_is_refused() {
    assertThatThrownBy(() -> timeline(bar("1A", 0, 2), bar("1A", 1, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bars must not overlap, did: Bar[seat=1A, from=0, to=2")
        .hasMessageContaining("and Bar[seat=1A, from=1, to=3");
    assertThatThrownBy(() -> timeline(bar("1A", 0, 3), bar("1A", 0, 1), bar("1A", 1, 2)))
        .hasMessageStartingWith("bars must not overlap");
  }

  @Test
  void bars_outside_the_picture_are_refused() {
    assertThatThrownBy(() -> timeline(bar("2A", 0, 1)))
        .hasMessageStartingWith("the seat must be one of seats, was: Bar[seat=2A");
    assertThatThrownBy(() -> timeline(bar("1A", -1, 1)))
        .hasMessageStartingWith("from must not be negative");
    assertThatThrownBy(() -> timeline(bar("1A", 1, 1)))
        .hasMessageStartingWith("from must be before to");
    assertThatThrownBy(() -> timeline(bar("1A", 1, 4))).hasMessageStartingWith("to must be a stop");
    assertThatThrownBy(() -> new SeatTimeline("", List.of("A"), List.of(), List.of()))
        .hasMessage("stops must be two or more, were: [A]");
    assertThatThrownBy(() -> new SeatTimeline("", List.of("A", "B"), List.of("1", "1"), List.of()))
        .hasMessage("seats must each be given once, were: [1, 1]");
  }

  private static Bar bar(String seat, int from, int to) {
    return new Bar(seat, from, to, "R", "web");
  }

  private static SeatTimeline timeline(Bar... bars) {
    return new SeatTimeline(
        "Train 1", List.of("A", "B", "C", "D"), List.of("1A", "1B"), List.of(bars));
  }
}
