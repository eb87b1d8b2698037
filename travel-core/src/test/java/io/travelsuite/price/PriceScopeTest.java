package io.travelsuite.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.ProductId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceScopeTest {

  private static final LocalDate DAY = LocalDate.parse("2027-06-15");
  private static final DateRange JUNE =
      new DateRange(LocalDate.parse("2027-06-01"), LocalDate.parse("2027-06-30"));
  private static final PriceScope ADULT = PriceScope.of("adult");
  private static final PriceQuery QUERY =
      PriceQuery.of(new ProductId(new UUID(1, 1)), DAY)
          .unit("adult")
          .between("A", "C")
          .option("late")
          .fareClass("Y")
          .channel("agency");

  /** From the least to the most specific. */
  private static final List<PriceScope> ORDER =
      List.of(
          ADULT,
          ADULT.dates(JUNE),
          ADULT.dates(DateRange.on(DAY)),
          ADULT.channel("agency"),
          ADULT.channel("agency").dates(JUNE),
          ADULT.fareClass("Y"),
          ADULT.fareClass("Y").channel("agency"),
          ADULT.option("late"),
          ADULT.option("late").fareClass("Y").channel("agency").dates(DateRange.on(DAY)),
          ADULT.between("A", "C"),
          ADULT.between("A", "C").option("late").fareClass("Y").channel("agency"));

  @Test
  void the_more_specific_of_two_beats_the_other() {
    for (int i = 0; i < ORDER.size(); i++) {
      assertThat(ORDER.get(i).fits(QUERY)).as(ORDER.get(i).toString()).isTrue();
      for (int j = 0; j < ORDER.size(); j++) {
        assertThat(ORDER.get(i).beats(ORDER.get(j))).as(i + " beats " + j).isEqualTo(i > j);
        assertThat(ORDER.get(i).ties(ORDER.get(j))).isFalse();
      }
    }
  }

  @Test
  void a_scope_fits_only_what_it_names() {
    assertThat(ADULT.between("A", "B").fits(QUERY)).isFalse();
    assertThat(ADULT.between("C", "A").fits(QUERY)).isFalse();
    assertThat(ADULT.option("early").fits(QUERY)).isFalse();
    assertThat(ADULT.fareClass("Q").fits(QUERY)).isFalse();
    assertThat(ADULT.channel("web").fits(QUERY)).isFalse();
    assertThat(ADULT.dates(DateRange.from(DAY.plusDays(1))).fits(QUERY)).isFalse();
    assertThat(PriceScope.of("child").fits(QUERY)).isFalse();
    assertThat(PriceScope.ANY.fits(QUERY)).as("only lines without a fare unit").isFalse();
    assertThat(PriceScope.ANY.fits(PriceQuery.of(QUERY.product(), DAY))).isTrue();
  }

  @Test
  void two_ranges_of_one_length_tie_where_they_meet() {
    PriceScope june = ADULT.dates(JUNE);
    DateRange shifted = new DateRange(LocalDate.parse("2027-06-30"), LocalDate.parse("2027-07-29"));
    DateRange after = new DateRange(LocalDate.parse("2027-07-01"), LocalDate.parse("2027-07-30"));

    assertThat(june.ties(ADULT.dates(shifted))).isTrue();
    assertThat(june.ties(ADULT.dates(after))).isFalse();
    assertThat(june.ties(ADULT.channel("agency").dates(shifted))).isFalse();
    assertThat(june.ties(june)).isFalse();
  }

  @Test
  void bad_names_and_dates_are_refused_by_name() {
    assertThatThrownBy(() -> PriceScope.of("an adult"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("unit", "an adult");
    assertThatThrownBy(() -> ADULT.between("A B", "C")).hasMessageContainingAll("from", "A B");
    assertThatThrownBy(() -> ADULT.option("")).hasMessageContaining("option");
    assertThatThrownBy(() -> new DateRange(DAY, DAY.minusDays(1)))
        .hasMessageContainingAll("last", "2027-06-14", "2027-06-15");
    assertThatThrownBy(() -> DateRange.from(LocalDate.of(999, 1, 1))).hasMessageContaining("first");
  }
}
