package io.travelsuite.jdbc.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Race;
import io.travelsuite.price.Charge;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.price.Prices;
import io.travelsuite.price.PutResult;
import io.travelsuite.price.PutResult.RulesPut;
import io.travelsuite.price.PutResult.RulesTie;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceRuleTest {

  private static final LocalDate DAY = LocalDate.parse("2027-06-15");
  private static final PriceScope ADULT = PriceScope.of("adult");

  private static Fixture fixture;
  private static Prices prices;
  private static int products;

  private ProductId product;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    prices = fixture.travel().prices();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void addProduct() {
    product = newProduct().id();
  }

  private static Product newProduct() {
    return fixture
        .travel()
        .inventory()
        .addProduct(fixture.operator().id(), "p" + products++, "Tour", ZoneId.of("UTC"));
  }

  private static PriceRule rule(PriceScope scope, long cents) {
    return new PriceRule(scope, Price.of("EUR", cents));
  }

  private PutResult put(PriceRule... rules) {
    return prices.put(product, List.of(rules));
  }

  private PriceQuery adult() {
    return PriceQuery.of(product, DAY).unit("adult");
  }

  private long cents(PriceQuery query) {
    return prices.quote(query).orElseThrow().amount().getAmountMinorLong();
  }

  @Test
  void a_rule_comes_back_as_it_was_put() {
    PriceScope scope =
        ADULT
            .between("A/1", "B,\"2\"")
            .option("late run")
            .fareClass("Y")
            .channel("web")
            .dates(new DateRange(DAY, DAY.plusDays(9)));
    Price price =
        Price.of("KWD", 11_900)
            .charge(Charge.includedTax("Umsatzsteuer „19 %“", Money.parse("KWD 1.900")))
            .charge(Charge.fee("Port fee", Money.parse("KWD 0.250")));

    put(new PriceRule(scope, price), rule(PriceScope.ANY, 500)).orElseThrow();

    assertThat(prices.list(product))
        .containsExactlyInAnyOrder(new PriceRule(scope, price), rule(PriceScope.ANY, 500));
    PriceQuery query = adult().between("A/1", "B,\"2\"").option("late run");
    assertThat(prices.quote(query.fareClass("Y").channel("web"))).contains(price);
    assertThat(prices.quote(query.fareClass("Y"))).isEmpty();
  }

  @Test
  void the_most_specific_rule_wins_and_another_products_never_does() {
    Product other = newProduct();
    prices.put(other.id(), List.of(rule(ADULT.dates(DateRange.on(DAY)), 1))).orElseThrow();
    put(
        rule(ADULT, 9_000),
        rule(ADULT.dates(new DateRange(DAY, DAY.plusDays(30))), 8_000),
        rule(ADULT.channel("agency"), 7_000),
        rule(ADULT.fareClass("Y"), 6_000),
        rule(ADULT.between("A", "C"), 5_000),
        rule(ADULT.between("A", "C").option("late"), 4_000),
        rule(PriceScope.of("child"), 100),
        rule(PriceScope.ANY, 200));

    assertThat(cents(adult().between("A", "C").option("late"))).isEqualTo(4_000);
    assertThat(cents(adult().between("A", "C").fareClass("Y").channel("agency"))).isEqualTo(5_000);
    assertThat(cents(adult().between("A", "B").fareClass("Y").channel("agency"))).isEqualTo(6_000);
    assertThat(cents(adult().channel("agency"))).isEqualTo(7_000);
    assertThat(cents(adult().channel("web"))).isEqualTo(8_000);
    assertThat(cents(PriceQuery.of(product, DAY.minusDays(1)).unit("adult"))).isEqualTo(9_000);
    assertThat(cents(PriceQuery.of(product, DAY))).isEqualTo(200);
    assertThat(prices.quote(PriceQuery.of(product, DAY).unit("senior"))).isEmpty();
  }

  @Test
  void putting_again_changes_nothing_and_a_rule_of_the_same_scope_is_replaced() {
    PriceRule nine = rule(ADULT, 9_000);
    assertThat(put(nine, rule(PriceScope.ANY, 1))).isEqualTo(new RulesPut(2));
    assertThat(put(nine)).isEqualTo(new RulesPut(2));
    assertThat(put(rule(ADULT, 9_500))).isEqualTo(new RulesPut(2));

    assertThat(cents(adult())).isEqualTo(9_500);
  }

  @Test
  void rules_that_would_tie_are_refused_by_name_whether_stored_or_put_together() {
    PriceScope june = ADULT.dates(new DateRange(DAY, DAY.plusDays(9)));
    PriceScope shifted = ADULT.dates(new DateRange(DAY.plusDays(9), DAY.plusDays(18)));
    PriceScope between = ADULT.dates(new DateRange(DAY.plusDays(9), DAY.plusDays(9)));

    assertThat(put(rule(june, 1), rule(shifted, 2))).isEqualTo(new RulesTie(june, shifted));
    assertThat(prices.list(product)).isEmpty();
    put(rule(june, 1)).orElseThrow();
    assertThat(put(rule(shifted, 2), rule(PriceScope.ANY, 3)))
        .isEqualTo(new RulesTie(june, shifted));
    assertThat(prices.list(product)).containsExactly(rule(june, 1));
    assertThat(put(rule(between, 4))).isEqualTo(new RulesPut(2));
  }

  @Test
  void control_without_the_look_for_ties_two_rules_fit_alike_and_neither_wins() {
    PriceScope june = ADULT.dates(new DateRange(DAY, DAY.plusDays(9)));
    PriceScope shifted = ADULT.dates(new DateRange(DAY.plusDays(9), DAY.plusDays(18)));
    put(rule(june, 1), rule(ADULT.dates(DateRange.on(DAY.plusDays(40))), 2)).orElseThrow();
    fixture
        .rows()
        .update(
            "UPDATE travel_price SET first_date = ?, last_date = ? WHERE product_id = ?"
                + " AND amount = 2",
            shifted.dates().first().toString(),
            shifted.dates().last().toString(),
            product.value());

    PriceQuery common = PriceQuery.of(product, DAY.plusDays(9)).unit("adult");
    assertThat(prices.list(product)).hasSize(2).allMatch(rule -> rule.scope().fits(common));
    assertThat(june.beats(shifted) || shifted.beats(june)).isFalse();
    assertThat(put()).isInstanceOf(RulesTie.class);
  }

  @Test
  void of_many_who_put_rules_that_tie_at_once_one_gets_through() {
    List<PutResult> results =
        Race.run(
            8,
            number -> {
              DateRange range = new DateRange(DAY.plusDays(number), DAY.plusDays(number + 20));
              return put(rule(ADULT.dates(range), number));
            });

    assertThat(results).filteredOn(RulesPut.class::isInstance).hasSize(1);
    assertThat(prices.list(product)).hasSize(1);
  }

  @Test
  void rules_are_removed_by_their_scope() {
    put(rule(ADULT, 1), rule(ADULT.channel("web"), 2), rule(PriceScope.ANY, 3)).orElseThrow();

    assertThat(prices.remove(product, List.of(ADULT, PriceScope.ANY, ADULT.fareClass("Y"))))
        .isEqualTo(2);
    assertThat(prices.remove(product, List.of(ADULT))).isZero();
    assertThat(prices.list(product)).containsExactly(rule(ADULT.channel("web"), 2));
  }

  @Test
  void thousands_of_rules_are_put_at_once() {
    List<PriceRule> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(rule(ADULT.between("S" + i, "T" + i), i));
    }

    assertThat(prices.put(product, many)).isEqualTo(new RulesPut(2_500));
    assertThat(cents(adult().between("S1777", "T1777"))).isEqualTo(1_777);
    assertThat(prices.remove(product, many.stream().map(PriceRule::scope).toList()))
        .isEqualTo(2_500);
  }

  @Test
  void what_can_never_be_right_is_refused_by_name() {
    ProductId nobodys = new ProductId(new UUID(4, 4));
    assertThatThrownBy(() -> prices.put(nobodys, List.of()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("product", nobodys.toString());
    assertThatThrownBy(() -> put(rule(ADULT, 1), rule(ADULT, 2)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("rules", "adult");
  }

  @Test
  void rules_put_in_a_hosts_transaction_are_gone_when_it_rolls_back() throws SQLException {
    try (Connection host = fixture.dataSource().getConnection()) {
      host.setAutoCommit(false);
      Prices joined = fixture.travel().joining(host).prices();
      joined.put(product, List.of(rule(ADULT, 1))).orElseThrow();
      assertThat(joined.quote(adult())).isPresent();
      host.rollback();
    }
    assertThat(prices.list(product)).isEmpty();
  }
}
