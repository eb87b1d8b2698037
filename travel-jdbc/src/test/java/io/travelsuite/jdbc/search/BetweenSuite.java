package io.travelsuite.jdbc.search;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.search.Departure;
import io.travelsuite.search.SearchRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An operator of its own for each test, whose departures are searched between two stops. */
abstract class BetweenSuite {

  static final LocalDate DAY = LocalDate.parse("2027-05-04");

  static Fixture fixture;
  private static int operators;

  OperatorId operator;
  ProductId product;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void addOperator() {
    operator = fixture.travel().inventory().addOperator("op" + operators++, "x").id();
    product = newProduct("main", "Europe/Lisbon");
  }

  ProductId newProduct(String code, String zone) {
    return fixture.travel().inventory().addProduct(operator, code, "x", ZoneId.of(zone)).id();
  }

  static OccurrenceId open(ProductId runs, LocalDateTime start, Stop... stops) {
    return fixture.open(OccurrenceRequest.of(runs, start).pool(Fixture.POOL, 5).stops(stops));
  }

  OccurrenceId open(LocalDateTime start, Stop... stops) {
    return open(product, start, stops);
  }

  SearchRequest between(String from, String to) {
    return SearchRequest.between(operator, from, to, DAY);
  }

  static List<Departure> find(SearchRequest request) {
    return fixture.travel().search().find(request).departures();
  }
}
