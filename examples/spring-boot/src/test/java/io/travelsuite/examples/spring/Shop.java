package io.travelsuite.examples.spring;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.spring.shop.Orders;
import io.travelsuite.examples.spring.shop.SpringShop;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application, running on a database of its own. */
final class Shop implements AutoCloseable {

  final TestSchema schema = TestDatabase.shared().newSchema();
  private final ConfigurableApplicationContext context;
  private final Product tour;
  private final AtomicInteger number = new AtomicInteger();

  Shop() {
    context =
        new SpringApplicationBuilder(SpringShop.class)
            .properties(
                Map.of(
                    "spring.datasource.url",
                    schema.jdbcUrl(),
                    "spring.jmx.enabled",
                    "true",
                    "management.endpoint.health.show-details",
                    "always"))
            .run();
    JdbcTravel travel = bean(JdbcTravel.class);
    tour =
        travel
            .inventory()
            .addProduct(
                travel.inventory().addOperator("spring", "Spring Tours").id(),
                "walk",
                "Walk",
                ZoneId.of("Europe/Lisbon"));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A departure of its own for a test. */
  OccurrenceId departure(int places) {
    LocalDateTime start =
        LocalDateTime.parse("2030-01-01T10:00").plusDays(number.incrementAndGet());
    OccurrenceRequest request = OccurrenceRequest.of(tour.id(), start).pool("guests", places);
    return bean(JdbcTravel.class).inventory().open(request).orElseThrow().id();
  }

  Orders.Order order(OccurrenceId departure, int guests) {
    return new Orders.Order(number.incrementAndGet(), departure, guests);
  }

  int left(OccurrenceId departure) {
    return bean(JdbcTravel.class)
        .inventory()
        .availability(departure)
        .orElseThrow()
        .available("guests");
  }

  boolean isKept(Orders.Order order) {
    return count("SELECT COUNT(*) FROM shop_order WHERE number = " + order.number()) == 1;
  }

  int count(String sql) {
    Integer count = bean(JdbcTemplate.class).queryForObject(sql, Integer.class);
    return count == null ? 0 : count;
  }

  @Override
  public void close() {
    context.close();
    schema.close();
  }
}
