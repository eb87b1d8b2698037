package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * A migrated schema of a test's own, with an operator and a product to open occurrences of. Closing
 * it closes its pools and gives the schema back. Thread-safe.
 */
public final class Fixture implements AutoCloseable {

  /** The pool of the occurrences that {@link #open(int)} makes. */
  public static final String POOL = "seats";

  private static final LocalDateTime FIRST_START = LocalDateTime.parse("2027-03-01T09:00");

  private final TestDatabase database;
  private final TestSchema schema;
  private final Consumer<TestSchema> end;
  private final DataSource dataSource;
  private final JdbcTravel travel;
  private final Operator operator;
  private final Product product;
  private final AtomicInteger opened = new AtomicInteger();

  private Fixture(TestDatabase database, TestSchema schema, Consumer<TestSchema> end) {
    this.database = database;
    this.schema = schema;
    this.end = end;
    dataSource = schema.dataSource(4);
    travel = JdbcTravel.builder(dataSource).build();
    operator = travel.inventory().addOperator("acme", "Acme Tours");
    product =
        travel
            .inventory()
            .addProduct(operator.id(), "coach", "Coach", ZoneId.of("America/New_York"));
  }

  /** On the server of all tests. */
  public static Fixture create() {
    return new Fixture(TestDatabase.shared(), MigratedSchemas.take(), MigratedSchemas::giveBack);
  }

  /** On a given server. */
  public static Fixture on(TestDatabase database) {
    return new Fixture(database, MigratedSchemas.make(database), TestSchema::close);
  }

  /** The server. */
  public TestDatabase database() {
    return database;
  }

  /** The schema; makes pools and URLs. */
  public TestSchema schema() {
    return schema;
  }

  /** A pool of four connections. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** The library on {@link #dataSource()}. */
  public JdbcTravel travel() {
    return travel;
  }

  /** Another instance of the library, on a pool of its own. */
  public JdbcTravel newTravel(int connections) {
    return JdbcTravel.builder(schema.dataSource(connections)).build();
  }

  /** Another instance that decides each call by itself, on a pool of its own. */
  public JdbcTravel newDirectTravel(int connections) {
    return JdbcTravel.builder(schema.dataSource(connections)).withoutCombining().build();
  }

  /** A connection in no pool; the test closes it. */
  public Connection connect() {
    return connect("");
  }

  /** A connection in no pool, with more parameters as in the URL; the test closes it. */
  public Connection connect(String urlParameters) {
    try {
      return DriverManager.getConnection(schema.jdbcUrl(urlParameters));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Plain SQL beside the library. */
  public Rows rows() {
    return new Rows(dataSource);
  }

  /** Sees whether transactions of this schema wait for locks. */
  public LockWaits lockWaits() {
    return new LockWaits(this);
  }

  public Operator operator() {
    return operator;
  }

  public Product product() {
    return product;
  }

  /** A request for an occurrence on a day not used before; it has no pool yet. */
  public OccurrenceRequest request() {
    return OccurrenceRequest.of(product.id(), FIRST_START.plusDays(opened.getAndIncrement()));
  }

  /** Opens an occurrence with one leg and one pool, {@link #POOL}. */
  public OccurrenceId open(int units) {
    return open(request().pool(POOL, units));
  }

  /** Opens an occurrence with one leg and labelled seats in {@link #POOL}. */
  public OccurrenceId openWithSeats(String... labels) {
    return open(request().pool(Pool.ofSeats(POOL, List.of(labels))));
  }

  /** Opens an occurrence. */
  public OccurrenceId open(OccurrenceRequest request) {
    return travel.inventory().open(request).orElseThrow().id();
  }

  /** Opens so many occurrences alike, in the order of their ids. */
  public List<OccurrenceId> openMany(int count, int units) {
    List<OccurrenceId> all = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> all.add(open(units)));
    return all;
  }

  /** What the counter of an occurrence's first leg in {@link #POOL} says is taken. */
  public int taken(OccurrenceId occurrence) {
    return (int)
        rows()
            .number(
                "SELECT taken FROM travel_counter WHERE occurrence_id = ? AND pool = ? AND leg = 0",
                occurrence.value(),
                POOL);
  }

  /** Fails unless every counter, seat and hold follows from the bookings. */
  public void assertNoDrift() {
    assertThat(travel.integrity().verify()).isEmpty();
  }

  /** The same of some occurrences. */
  public void assertNoDrift(OccurrenceId... occurrences) {
    for (OccurrenceId occurrence : occurrences) {
      assertThat(travel.integrity().verify(occurrence)).isEmpty();
    }
  }

  @Override
  public void close() {
    end.accept(schema);
  }
}
