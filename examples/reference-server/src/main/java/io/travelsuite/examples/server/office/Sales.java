package io.travelsuite.examples.server.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.Subscription;
import io.travelsuite.price.DateRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was sold, day by day and product by product: a table of the server's own, kept from the
 * events of bookings. Each event is counted in the transaction that marks it as handled, so once.
 * Reading costs a row a day and product, however many bookings there are. Thread-safe.
 */
public final class Sales {

  /** What makes the server's table of sales. */
  public static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS server_sales_day (
        day DATE NOT NULL,
        product CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        bookings INT NOT NULL,
        units INT NOT NULL,
        cancelled INT NOT NULL,
        PRIMARY KEY (day, product)
      )
      """;

  private static final String ADD =
      """
      INSERT INTO server_sales_day (day, product, bookings, units, cancelled)
      VALUES (?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE
        bookings = bookings + VALUES(bookings),
        units = units + VALUES(units),
        cancelled = cancelled + VALUES(cancelled)
      """;

  private static final String READ =
      """
      SELECT day, product, bookings, units, cancelled
      FROM server_sales_day WHERE day BETWEEN ? AND ? ORDER BY day, product
      """;

  private static final String SOLD = "booking.confirmed";
  private static final String CANCELLED = "booking.cancelled";

  /** The letter of a unit that was given back, in an event. */
  private static final char GONE = 'C';

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stock stock;

  /**
   * The sales of what is sold.
   *
   * @param stock what is sold
   */
  public Sales(Stock stock) {
    this.stock = stock;
  }

  /**
   * What was sold of a product on a day.
   *
   * @param day in the product's time zone
   * @param product which
   * @param sum how much
   */
  public record Day(LocalDate day, ProductId product, Sum sum) {}

  /**
   * A sum of sales.
   *
   * @param bookings how many were confirmed; one of two products counts for each
   * @param units their places, rooms and cars, as they were confirmed
   * @param cancelled how many were cancelled as a whole, on whichever day they had been sold
   */
  public record Sum(int bookings, int units, int cancelled) {

    /** Nothing. */
    public static final Sum NOTHING = new Sum(0, 0, 0);

    /** {@return both together} */
    public Sum plus(Sum other) {
      return new Sum(bookings + other.bookings, units + other.units, cancelled + other.cancelled);
    }
  }

  /** {@return what the outbox hands the events of bookings to} */
  public Subscription subscription() {
    return Subscription.joined("sales", Set.of(SOLD, CANCELLED), this::count);
  }

  private Answer count(OutboxEvent event, Connection connection) throws Exception {
    Inventory inventory = stock.travel().joining(connection).inventory();
    boolean sold = event.type().equals(SOLD);
    Map<Day, Integer> units = new LinkedHashMap<>();
    for (JsonNode line : JSON.readTree(event.payload()).path("lines")) {
      OccurrenceId id = new OccurrenceId(UUID.fromString(line.path("occurrence").asText()));
      Occurrence run = inventory.find(id).orElse(null);
      if (run != null) {
        LocalDate day = LocalDate.ofInstant(event.occurredAt(), run.zone());
        int live = (int) line.path("units").asText().chars().filter(unit -> unit != GONE).count();
        units.merge(new Day(day, run.product(), Sum.NOTHING), live, Integer::sum);
      }
    }
    for (Map.Entry<Day, Integer> of : units.entrySet()) {
      Sum sum = sold ? new Sum(1, of.getValue(), 0) : new Sum(0, 0, 1);
      add(connection, new Day(of.getKey().day(), of.getKey().product(), sum));
    }
    return Answer.done();
  }

  /**
   * Adds to a day.
   *
   * @param connection in the caller's transaction
   * @param added to which day, and how much
   * @throws SQLException when the database fails
   */
  public static void add(Connection connection, Day added) throws SQLException {
    Statements.update(
        connection,
        ADD,
        added.day(),
        added.product().toString(),
        added.sum().bookings(),
        added.sum().units(),
        added.sum().cancelled());
  }

  /**
   * {@return what was sold, by day; days and products of which nothing was are left out}
   *
   * @param dates on which days
   */
  public List<Day> list(DateRange dates) {
    return stock.transactions().run((connection, joined) -> list(connection, dates));
  }

  /**
   * {@return the same, on a connection}
   *
   * @param connection to read from
   * @param dates on which days
   * @throws SQLException when the database fails
   */
  public static List<Day> list(Connection connection, DateRange dates) throws SQLException {
    return Statements.query(
        connection,
        READ,
        row ->
            new Day(
                row.getObject(1, LocalDate.class),
                new ProductId(UUID.fromString(row.getString(2))),
                new Sum(row.getInt(3), row.getInt(4), row.getInt(5))),
        dates.first(),
        dates.last());
  }
}
