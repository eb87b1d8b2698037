package io.travelsuite.examples.spring.shop;

import io.travelsuite.RefusedException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.database.EmbeddedDatabase;
import io.travelsuite.examples.spring.Restarts;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: sells the three places of a tour, and then one that is not there. */
@SpringBootApplication
@EnableScheduling
public class SpringShop {

  /** For Spring. */
  public SpringShop() {}

  /**
   * Runs it, on the database of {@code --spring.datasource.url} or {@code SPRING_DATASOURCE_URL},
   * else on an embedded one.
   *
   * @param arguments as Spring Boot takes them
   */
  public static void main(String[] arguments) {
    if (isDatabaseNamed(arguments)) {
      sell(SpringApplication.run(SpringShop.class, arguments));
      return;
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      SpringApplicationBuilder shop =
          new SpringApplicationBuilder(SpringShop.class)
              .properties(Map.of("spring.datasource.url", database.jdbcUrl()));
      sell(shop.run(arguments));
    }
  }

  private static boolean isDatabaseNamed(String[] arguments) {
    return System.getenv().containsKey("SPRING_DATASOURCE_URL")
        || String.join(" ", arguments).contains("--spring.datasource.url=");
  }

  private static void sell(ApplicationContext shop) {
    JdbcTravel travel = shop.getBean(JdbcTravel.class);
    Operator operator = travel.inventory().addOperator("spring", "Spring Tours");
    Product tour =
        travel.inventory().addProduct(operator.id(), "walk", "Walk", ZoneId.of("Europe/Lisbon"));
    OccurrenceRequest request =
        OccurrenceRequest.of(tour.id(), LocalDateTime.parse("2030-05-04T10:00"));
    OccurrenceId departure = travel.inventory().open(request.pool("guests", 3)).orElseThrow().id();
    Orders orders = shop.getBean(Orders.class);
    Restarts restarts = shop.getBean(Restarts.class);
    int first = (int) (System.nanoTime() & 0xFFFFFFF);
    BookingId booking = restarts.of(() -> orders.place(new Orders.Order(first, departure, 3)));
    System.out.println("Order " + first + " is placed, booking " + booking.value());
    try {
      restarts.of(() -> orders.place(new Orders.Order(first + 1, departure, 1)));
    } catch (RefusedException e) {
      System.out.println("Order " + (first + 1) + " is not: " + e.getMessage());
    }
    System.out.println(orders.count("PLACED") + " order is kept");
    SpringApplication.exit(shop);
  }
}
