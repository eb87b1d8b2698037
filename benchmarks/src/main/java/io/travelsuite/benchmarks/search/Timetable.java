package io.travelsuite.benchmarks.search;

import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Operators with products, each with one departure on the first day, opened by the library. A run
 * calls at 8 of its operator's 20 stops, so that one in seven products connects any two; one in
 * five products has fare classes and an allotment.
 */
final class Timetable {

  static final LocalDate FIRST = LocalDate.parse("2030-01-01");
  static final int STOPS = 20;
  static final int CALLS = 8;
  static final String POOL = "seats";
  static final int SEATS = 50;

  private static final SaleTerms PLAIN =
      SaleTerms.OPEN
          .unit(FareUnit.of("adult").taking(POOL, 1))
          .unit(FareUnit.of("child").taking(POOL, 1));
  private static final Instant RELEASED =
      FIRST.plusYears(5).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final SaleTerms NESTED =
      PLAIN
          .fareClass(new FareClass(POOL, "Y", 4))
          .fareClass(new FareClass(POOL, "B", 6))
          .fareClass(new FareClass(POOL, "Q", 0))
          .allotment(new Allotment(POOL, "agency", 5, RELEASED));

  private final List<OperatorId> operators = new ArrayList<>();
  private final List<ProductId> products = new ArrayList<>();
  private final Random random = new Random(1);

  List<OperatorId> operators() {
    return operators;
  }

  List<ProductId> products() {
    return products;
  }

  void open(JdbcTravel travel, Scale scale) {
    Inventory inventory = travel.inventory();
    for (int i = 0; i < scale.operators(); i++) {
      operators.add(inventory.addOperator("search" + i, "Operator").id());
    }
    for (int i = 0; i < scale.products(); i++) {
      OperatorId operator = operators.get(i % operators.size());
      ProductId product = inventory.addProduct(operator, "p" + i, "Route", ZoneId.of("UTC")).id();
      products.add(product);
      inventory.open(
          OccurrenceRequest.of(product, FIRST.atTime(random.nextInt(24), random.nextInt(60)))
              .stops(stops())
              .pool(Pool.of(POOL, SEATS))
              .terms(i % 5 == 0 ? NESTED : PLAIN));
    }
  }

  static String stop(int number) {
    return "S" + number;
  }

  private Stop[] stops() {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, STOPS).boxed().toList());
    Collections.shuffle(numbers, random);
    List<Integer> route = numbers.subList(0, CALLS).stream().sorted().toList();
    Stop[] stops = new Stop[CALLS];
    long minutes = 0;
    for (int i = 0; i < CALLS; i++) {
      stops[i] = Stop.of(stop(route.get(i)), minutes);
      minutes += 20 + random.nextInt(100);
    }
    return stops;
  }
}
