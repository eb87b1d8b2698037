package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.price.Charge;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchPriceTest {

  private static final LocalDate DAY = LocalDate.parse("2027-07-01");
  private static final PriceScope ADULT = PriceScope.of("adult");
  private static final SaleTerms TERMS =
      SaleTerms.OPEN
          .unit(FareUnit.of("adult").taking(Fixture.POOL, 1))
          .unit(FareUnit.of("child").taking(Fixture.POOL, 1));
  private static final SaleTerms CLASSES =
      TERMS
          .fareClass(new FareClass(Fixture.POOL, "Y", 4))
          .fareClass(new FareClass(Fixture.POOL, "Q", 0));

  private static Fixture fixture;
  private static int products;

  private ProductId product;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void addProduct() {
    String code = "price" + products++;
    ZoneId zone = ZoneId.of("Pacific/Auckland");
    product =
        fixture.travel().inventory().addProduct(fixture.operator().id(), code, "x", zone).id();
  }

  private OccurrenceId open(LocalDate date, String label, SaleTerms terms, Stop... stops) {
    return fixture.open(
        OccurrenceRequest.of(product, date.atTime(1, 0))
            .label(label)
            .pool(Fixture.POOL, 10)
            .stops(stops)
            .terms(terms));
  }

  private void put(PriceRule... rules) {
    fixture.travel().prices().put(product, List.of(rules)).orElseThrow();
  }

  private static PriceRule euros(PriceScope scope, long euros) {
    return new PriceRule(scope, Price.of("EUR", euros * 100));
  }

  private SearchRequest adults(int count) {
    return SearchRequest.calendar(product, DAY, DAY.plusDays(9)).party(Party.of("adult", count));
  }

  private static List<Departure> find(SearchRequest request) {
    return fixture.travel().search().find(request).departures();
  }

  private static Money euros(long euros) {
    return Money.parse("EUR " + euros);
  }

  @Test
  void a_party_pays_for_each_of_its_units_charges_included() {
    open(DAY, "", TERMS);
    Price adult =
        Price.of("EUR", 5_000)
            .charge(Charge.includedTax("VAT", Money.parse("EUR 8.00")))
            .charge(Charge.fee("Port", Money.parse("EUR 1.50")));
    put(new PriceRule(ADULT, adult), euros(PriceScope.of("child"), 20));

    Departure found = find(adults(2).party(Party.of("adult", 2).and("child", 3))).get(0);

    assertThat(found.price()).isEqualTo(euros(163));
  }

  @Test
  void without_a_price_for_each_unit_in_one_currency_there_is_none() {
    open(DAY, "", TERMS);
    put(euros(ADULT, 50));
    Party family = Party.of("adult", 1).and("child", 1);

    assertThat(find(adults(1)).get(0).price()).isEqualTo(euros(50));
    assertThat(find(adults(1).party(family)).get(0).price()).isNull();
    put(new PriceRule(PriceScope.of("child"), Price.of("USD", 1_000)));
    assertThat(find(adults(1).party(family)).get(0).price()).isNull();
    assertThat(find(adults(11)).get(0).price()).as("sold out").isNull();
  }

  @Test
  void each_departure_has_the_price_of_its_own_date_option_and_stops() {
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120)};
    open(DAY, "", TERMS);
    open(DAY, "late", TERMS);
    open(DAY.plusDays(1), "", TERMS, stops);
    put(
        euros(ADULT, 90),
        euros(ADULT.dates(DateRange.on(DAY)), 80),
        euros(ADULT.option("late"), 70),
        euros(ADULT.between("A", "C"), 60),
        euros(ADULT.between("B", "C"), 10),
        euros(ADULT.channel("agency"), 5));

    assertThat(find(adults(1)).stream().map(Departure::price))
        .containsExactly(euros(80), euros(70), euros(60));
    assertThat(find(adults(1).channel("agency")).stream().map(Departure::price))
        .containsExactly(euros(5), euros(70), euros(60));
    SearchRequest fromB =
        SearchRequest.between(fixture.operator().id(), "B", "C", DAY.plusDays(1))
            .party(Party.of("adult", 1));
    assertThat(find(fromB).get(0).price()).isEqualTo(euros(10));
  }

  @Test
  void the_price_is_of_the_cheapest_class_that_the_party_fits_in() {
    OccurrenceId departure = open(DAY, "", CLASSES);
    put(euros(ADULT.fareClass("Y"), 100), euros(ADULT.fareClass("Q"), 40));

    assertThat(find(adults(2)).get(0).fareClass()).isEqualTo("Q");
    assertThat(find(adults(2)).get(0).price()).isEqualTo(euros(80));
    assertThat(find(adults(2).fareClass("Y")).get(0).price()).isEqualTo(euros(200));
    fixture
        .travel()
        .bookings()
        .hold(HoldRequest.of(Line.of(departure, "adult", 5).fareClass("Q")))
        .orElseThrow();
    assertThat(find(adults(1)).get(0).price()).isEqualTo(euros(40));
    assertThat(find(adults(2)).get(0).fareClass()).isEqualTo("Y");
    assertThat(find(adults(2)).get(0).price()).isEqualTo(euros(200));
    assertThat(find(adults(2).fareClass("Q")).get(0).price()).isNull();
  }

  @Test
  void a_class_above_that_costs_less_is_found() {
    open(DAY, "", CLASSES);
    put(euros(ADULT.fareClass("Y"), 30), euros(ADULT.fareClass("Q"), 40));

    assertThat(find(adults(1)).get(0).fareClass()).isEqualTo("Y");
    assertThat(find(adults(1)).get(0).price()).isEqualTo(euros(30));
  }

  @Test
  void a_rule_for_lines_without_a_fare_unit_prices_a_plain_count() {
    open(DAY, "", SaleTerms.OPEN);
    put(euros(PriceScope.ANY, 25), euros(ADULT, 99));

    assertThat(find(adults(1).party(Party.of(3))).get(0).price()).isEqualTo(euros(75));
  }
}
