package io.travelsuite.benchmarks.sale;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An operator with a product, whose departures are opened many at a time. Thread-safe. */
public final class Market {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final LocalDateTime START = LocalDateTime.of(2031, 5, 4, 9, 30);

  private final DataSource dataSource;
  private final Product product;
  private final DatabaseTime time;
  private final Map<UUID, Integer> capacities = new ConcurrentHashMap<>();

  private Market(DataSource dataSource, Product product, DatabaseTime time) {
    this.dataSource = dataSource;
    this.product = product;
    this.time = time;
  }

  /** The market in a schema, whose tables are made if they are not there. */
  static Market in(DataSource dataSource) throws SQLException {
    JdbcTravel.migrate(dataSource);
    Inventory inventory = JdbcTravel.builder(dataSource).build().inventory();
    Operator operator = inventory.addOperator("acme", "Acme Travel");
    Product product =
        inventory.addProduct(
            operator.id(), "lis-opo", "Lisbon – Porto", ZoneId.of("Europe/Lisbon"));
    try (Connection connection = dataSource.getConnection()) {
      return new Market(dataSource, product, DatabaseTime.of(connection));
    }
  }

  /** Opens departures. The first is opened by the library, the others are copies of its rows. */
  public List<OccurrenceId> open(int count, int capacity) {
    OccurrenceRequest request =
        OccurrenceRequest.of(product.id(), START)
            .label(UUID.randomUUID().toString().replace("-", ""))
            .pool("seats", capacity);
    Occurrence first =
        JdbcTravel.builder(dataSource).build().inventory().open(request).orElseThrow();
    List<OccurrenceId> opened = new ArrayList<>(List.of(first.id()));
    while (opened.size() < count) {
      opened.add(new OccurrenceId(UuidCreator.getTimeOrderedEpoch()));
    }
    opened.forEach(id -> capacities.put(id.value(), capacity));
    copy(first.id(), opened.subList(1, count));
    return opened;
  }

  private void copy(OccurrenceId model, List<OccurrenceId> copies) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<@Nullable Object[]> occurrences = rowOf(connection, "travel_occurrence", model);
      List<@Nullable Object[]> counters = rowOf(connection, "travel_counter", model);
      Rows.insert(connection, "INSERT INTO travel_occurrence", copies(occurrences, copies, 3));
      Rows.insert(connection, "INSERT INTO travel_counter", copies(counters, copies, -1));
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("the departures could not be opened", e);
    }
  }

  private static List<@Nullable Object[]> copies(
      List<@Nullable Object[]> models, List<OccurrenceId> ids, int label) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (OccurrenceId id : ids) {
      for (@Nullable Object[] model : models) {
        @Nullable Object[] row = model.clone();
        row[0] = Bytes.of(id.value());
        if (label >= 0) {
          row[label] = id.toString().replace("-", "");
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<@Nullable Object[]> rowOf(
      Connection connection, String table, OccurrenceId id) throws SQLException {
    String key = table.equals("travel_counter") ? "occurrence_id" : "id";
    try (var statement =
        connection.prepareStatement("SELECT * FROM " + table + " WHERE " + key + " = ?")) {
      statement.setBytes(1, Bytes.of(id.value()));
      List<@Nullable Object[]> rows = new ArrayList<>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          @Nullable Object[] values = new @Nullable Object[row.getMetaData().getColumnCount()];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
          }
          rows.add(values);
        }
      }
      return rows;
    }
  }

  /** A hold that is about to be written. */
  SoldBooking hold(Sale.Wish wish) {
    return booking(wish, time.now(), false);
  }

  /** A booking of the past, paid for. */
  SoldBooking confirmed(Sale.Wish wish, int daysAgo) {
    return booking(wish, time.now().minusDays(daysAgo), true);
  }

  private SoldBooking booking(Sale.Wish wish, LocalDateTime at, boolean confirmed) {
    UUID occurrence = wish.occurrence().value();
    return new SoldBooking(
        UuidCreator.getTimeOrderedEpoch(),
        UuidCreator.getTimeOrderedEpoch(),
        product.operator().value(),
        occurrence,
        Objects.requireNonNull(capacities.get(occurrence)),
        wish.units(),
        wish.key(),
        reference(ThreadLocalRandom.current()),
        at,
        confirmed);
  }

  private static String reference(Random random) {
    long bits = random.nextLong();
    StringBuilder code = new StringBuilder(10);
    for (int i = 0; i < 10; i++) {
      code.append(ALPHABET.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return code.toString();
  }
}
