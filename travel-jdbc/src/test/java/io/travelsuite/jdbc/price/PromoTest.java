package io.travelsuite.jdbc.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Race;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Discount;
import io.travelsuite.price.Prices;
import io.travelsuite.price.Promo;
import io.travelsuite.price.PromoId;
import io.travelsuite.price.PromoResult;
import io.travelsuite.price.PromoResult.BelowUsed;
import io.travelsuite.price.StoredPromo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromoTest {

  private static final Discount TEN = Discount.Percent.of(10);

  private static Fixture fixture;
  private static Prices prices;
  private static OperatorId operator;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    prices = fixture.travel().prices();
    operator = fixture.operator().id();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static int use(PromoId id, int times) {
    return fixture
        .rows()
        .update(
            "UPDATE travel_counter SET taken = taken + ? WHERE occurrence_id = ? AND pool = '#uses'"
                + " AND leg = 0 AND taken + ? <= sellable",
            times,
            id.value(),
            times);
  }

  @Test
  void a_code_comes_back_as_it_was_put() {
    Promo percent =
        Promo.of(operator, "SUMMER", new Discount.Percent(new BigDecimal("12.5")), 100)
            .dates(DateRange.from(LocalDate.parse("2027-06-01")))
            .endsAt(Instant.parse("2027-05-01T00:00:00.000001Z"));
    Promo fixed = Promo.of(operator, "FIVER", new Discount.Fixed(Money.parse("GBP 5.00")), 0);

    StoredPromo stored = prices.putPromo(percent).orElseThrow();
    prices.putPromo(fixed).orElseThrow();

    assertThat(stored.promo()).isEqualTo(percent);
    assertThat(prices.findPromo(operator, "SUMMER")).contains(stored);
    assertThat(prices.findPromo(operator, "FIVER").orElseThrow().promo()).isEqualTo(fixed);
    assertThat(prices.findPromo(operator, "summer")).isEmpty();
    assertThat(prices.findPromo(new OperatorId(new UUID(1, 2)), "SUMMER")).isEmpty();
  }

  @Test
  void putting_again_keeps_the_id_and_what_is_used() {
    PromoId id = prices.putPromo(Promo.of(operator, "AGAIN", TEN, 5)).orElseThrow().id();
    assertThat(use(id, 3)).isEqualTo(1);
    Promo changed = Promo.of(operator, "AGAIN", new Discount.Fixed(Money.parse("EUR 1.00")), 9);

    StoredPromo stored = prices.putPromo(changed).orElseThrow();

    assertThat(stored).isEqualTo(new StoredPromo(id, changed, 3));
    assertThat(prices.findPromo(operator, "AGAIN")).contains(stored);
  }

  @Test
  void a_limit_below_what_is_used_is_refused_and_nothing_changes() {
    Promo promo = Promo.of(operator, "LIMITED", TEN, 5);
    PromoId id = prices.putPromo(promo).orElseThrow().id();
    use(id, 3);

    Promo below = Promo.of(operator, "LIMITED", Discount.Percent.of(90), 2);
    assertThat(prices.putPromo(below)).isEqualTo(new BelowUsed(3));
    assertThat(prices.findPromo(operator, "LIMITED")).contains(new StoredPromo(id, promo, 3));
    Promo exactly = Promo.of(operator, "LIMITED", TEN, 3);
    assertThat(prices.putPromo(exactly).orElseThrow().used()).isEqualTo(3);
    assertThat(use(id, 1)).as("no use is left").isZero();
  }

  @Test
  void the_counter_itself_never_counts_more_than_the_limit() {
    PromoId id = prices.putPromo(Promo.of(operator, "GUARDED", TEN, 2)).orElseThrow().id();

    assertThatThrownBy(
            () ->
                fixture
                    .rows()
                    .update(
                        "UPDATE travel_counter SET taken = 3 WHERE occurrence_id = ?", id.value()))
        .hasMessageContaining("UPDATE travel_counter");
  }

  @Test
  void callers_who_put_one_code_at_once_make_one() {
    List<PromoResult> results =
        Race.run(8, number -> prices.putPromo(Promo.of(operator, "RACE", TEN, 10 + number)));

    assertThat(results.stream().map(result -> result.orElseThrow().id()).distinct()).hasSize(1);
    assertThat(prices.findPromo(operator, "RACE").orElseThrow().promo().limit()).isBetween(10, 17);
  }

  @Test
  void a_code_nobody_has_used_is_no_drift() {
    prices.putPromo(Promo.of(operator, "QUIET", TEN, 5)).orElseThrow();
    StoredPromo quiet = prices.findPromo(operator, "QUIET").orElseThrow();

    assertThat(fixture.travel().integrity().verify())
        .noneMatch(drift -> drift.occurrence().value().equals(quiet.id().value()));
  }

  @Test
  void an_operator_that_does_not_exist_has_no_codes() {
    Promo nobodys = Promo.of(new OperatorId(new UUID(7, 7)), "X", TEN, 5);

    assertThatThrownBy(() -> prices.putPromo(nobodys))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("operator");
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_promo WHERE code = 'X'"))
        .isZero();
  }
}
