package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopCodesTest {

  @Test
  void a_stop_keeps_the_code_it_shows_and_one_without_gets_its_key() {
    assertThat(codes("1:TRTO", "2:")).containsExactly("TRTO", "2");
  }

  @Test
  void what_is_no_printable_ascii_is_written_otherwise() {
    assertThat(codes("1:Montréal Gare", "2:駅 1", "3:É\tÀ"))
        .containsExactly("Montreal-Gare", "-1", "E-A");
  }

  @Test
  void stops_that_show_the_same_get_their_keys_added() {
    assertThat(codes("1:GARE", "2:X", "3:GARE", "4:Garé", "5:Gare"))
        .containsExactly("GARE-1", "X", "GARE-3", "Gare-4", "Gare-5");
  }

  @Test
  void a_stop_whose_code_is_what_another_gets_keeps_it() {
    assertThat(codes("1:A", "2:A", "3:A-1")).containsExactly("A-1-2", "A-2", "A-1");
  }

  @Test
  void codes_are_at_most_32_characters_and_stay_apart() {
    String same = "x".repeat(40);

    List<String> codes = codes("1:" + same, "2:" + same, same + "1:" + same, same + "2:" + same);

    assertThat(codes)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[!-~]{1,32}"))
        .startsWith("x".repeat(30) + "-1", "x".repeat(30) + "-2");
  }

  @Test
  void many_stops_that_only_a_number_can_tell_apart_get_one() {
    assertThat(codes("駅:", "口:", "東:")).containsExactly("---", "----2", "----3");
  }

  /** In each text: the key, a colon, the code. */
  private static List<String> codes(String... stops) {
    return List.copyOf(
        StopCodes.of(
                Arrays.stream(stops)
                    .map(text -> text.split(":", -1))
                    .map(parts -> new Feed.Stop(parts[0], parts[1], "", ZoneOffset.UTC))
                    .toList())
            .values());
  }
}
