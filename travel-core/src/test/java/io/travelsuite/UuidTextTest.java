package io.travelsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.schedule.ScheduleId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One way to write an id. */
class UuidTextTest {

  private static final String TEXT = "01890a5d-ac96-774b-bcce-b302099a8057";

  /** All that reads an id's text. */
  private static final List<Function<String, Object>> IDS =
      List.of(BookingId::of, OccurrenceId::of, OperatorId::of, ProductId::of, ScheduleId::of);

  @Test
  void the_36_characters_are_read_in_capitals_or_not() {
    assertThat(UuidText.parse(TEXT)).contains(UUID.fromString(TEXT));
    assertThat(UuidText.of(TEXT.toUpperCase(java.util.Locale.ROOT)).toString()).isEqualTo(TEXT);
    assertThat(IDS).allSatisfy(id -> assertThat(id.apply(TEXT)).hasToString(TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "01890a5dac96774bbcceb302099a8057",
        "{01890a5d-ac96-774b-bcce-b302099a8057}",
        "01890a5d-ac96-774b-bcce-b302099a805g",
        "01890a5d-ac96-774b-bcce-b302099a805",
        "01890a5d-ac96-774b-bcce-b302099a80577",
        "01890a5-dac96-774b-bcce-b302099a8057",
        "01890a5d-ac96-774b-bcce-b302099a805٧",
        "------------------------------------"
      })
  void nothing_else_is(String text) {
    assertThat(UuidText.parse(text)).isEmpty();
    assertThatThrownBy(() -> UuidText.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no UUID");
    assertThat(IDS)
        .allSatisfy(
            id ->
                assertThatThrownBy(() -> id.apply(text))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void control_the_jdk_reads_one_id_in_several_ways() {
    assertThat(UUID.fromString("1-1-1-1-1"))
        .isEqualTo(UUID.fromString("00000001-0001-0001-0001-000000000001"));
  }
}
