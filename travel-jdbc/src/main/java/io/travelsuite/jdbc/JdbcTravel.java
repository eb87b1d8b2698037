package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Travel;
import io.travelsuite.booking.Bookings;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.metric.Metrics;
import io.travelsuite.price.Prices;
import io.travelsuite.schedule.Schedules;
import io.travelsuite.search.Search;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The library on MySQL 9 or MariaDB 10.11 and later, given a {@link DataSource}.
 *
 * <pre>{@code
 * JdbcTravel.migrate(dataSource);                             // once, usually as another user
 * JdbcTravel travel = JdbcTravel.builder(dataSource).build(); // once, then shared
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. The data source is the
 * host's: pooled, with any isolation, time zone, autocommit or sql_mode. At run time its user needs
 * SELECT, INSERT, UPDATE and DELETE on the tables {@code travel_…}, and only SELECT and INSERT on
 * {@code travel_audit}, only SELECT on {@code travel_schema_history}.
 */
public final class JdbcTravel implements Travel {

  private final OwnTransactions transactions;
  private final Handles handles;
  private final Offers offers;
  private final Settings settings;
  private final Inventory inventory;
  private final Prices prices;
  private final Search search;
  private final Bookings bookings;
  private final Schedules schedules;
  private final Idempotency idempotency;
  private final Integrity integrity;

  private JdbcTravel(OwnTransactions transactions, Settings settings, @Nullable Combining lane) {
    this.transactions = transactions;
    this.settings = settings;
    handles = transactions.handles();
    offers = new Offers();
    DatabaseClock clock = new DatabaseClock(settings.clock());
    Bookings direct =
        lane == null
            ? JdbcBookings.direct(transactions, offers, settings)
            : JdbcBookings.combining(transactions, offers, settings, lane);
    inventory = settings.port(Inventory.class, new JdbcInventory(transactions, offers, settings));
    prices = settings.port(Prices.class, new JdbcPrices(transactions, clock));
    search = settings.port(Search.class, new JdbcSearch(transactions, offers, settings));
    bookings = settings.port(Bookings.class, direct);
    schedules =
        settings.port(Schedules.class, new JdbcSchedules(transactions, offers, settings, direct));
    idempotency = settings.port(Idempotency.class, new JdbcIdempotency(transactions, clock));
    integrity = settings.port(Integrity.class, new JdbcIntegrity(transactions, offers, clock));
  }

  /**
   * Makes or updates the library's tables, all named {@code travel_…}, in the data source's schema.
   * Safe to repeat and to run from several processes at once. Needs a user who may CREATE, ALTER
   * and DROP.
   *
   * @param dataSource the database, usually with another user than at run time
   */
  public static void migrate(DataSource dataSource) {
    Schema.migrate(dataSource);
  }

  /**
   * {@return a builder of the library}
   *
   * @param dataSource the database at run time
   */
  public static Builder builder(DataSource dataSource) {
    return new Builder(dataSource);
  }

  /** Where the stores of other modules run. */
  OwnTransactions transactions() {
    return transactions;
  }

  /** What the stores of other modules judge time by. */
  DatabaseClock clock() {
    return new DatabaseClock(settings.clock());
  }

  /** How customers of bookings are kept. */
  CustomerKeeping customers() {
    return settings.customers();
  }

  /** What the stores of other modules read occurrences by. */
  Offers offers() {
    return offers;
  }

  @Override
  public Inventory inventory() {
    return inventory;
  }

  @Override
  public Prices prices() {
    return prices;
  }

  @Override
  public Search search() {
    return search;
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public Schedules schedules() {
    return schedules;
  }

  @Override
  public Idempotency idempotency() {
    return idempotency;
  }

  @Override
  public Integrity integrity() {
    return integrity;
  }

  /**
   * The library inside the host's own transaction: what it writes commits or rolls back with the
   * host's rows. It never commits, rolls back, closes or changes the connection, and never retries.
   *
   * <p>Each call is undone on its own (by a savepoint) when it throws, except after a deadlock:
   * then the server has rolled the whole transaction back, and {@link
   * io.travelsuite.StorageException} with {@code retryable()} means that the host restarts all of
   * it. After a lock wait timeout the transaction stands, without the call. Locks taken stay until
   * the host ends its transaction, so keep it short. Works at READ COMMITTED and REPEATABLE READ.
   *
   * <p>Integrity checks do not join: they read what is committed.
   *
   * @param connection the host's, used by one thread, with autocommit off
   * @return the library on that connection, for as long as its transaction
   * @throws IllegalStateException when autocommit is on
   */
  public Travel joining(Connection connection) {
    JoinedTransactions joined = new JoinedTransactions(connection, handles);
    return new JoinedTravel(joined, offers, settings, integrity);
  }

  /** The library in a transaction that it runs for its host. */
  Travel joining(UnitOfWork host) {
    return new JoinedTravel(new JoinedTransactions(host), offers, settings, integrity);
  }

  /** Settings of the library, all optional. Not thread-safe. */
  public static final class Builder {

    private final DataSource dataSource;
    private @Nullable Clock clock;
    private Duration longestHold = Duration.ofHours(2);
    private Duration retryFor = Duration.ofSeconds(10);
    private @Nullable Combining combining = Combining.DEFAULT;
    private @Nullable PersonalDataKeys personalData;
    private @Nullable Metrics metrics;

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /**
     * Replaces the database's clock, for tests and simulations. Clocks of several JVMs differ; in
     * production leave this alone.
     *
     * @param replacement the clock
     * @return this builder
     */
    public Builder clock(Clock replacement) {
      clock = replacement;
      return this;
    }

    /**
     * How long a hold may last in all, extensions included.
     *
     * @param most 1 second to 366 days; 2 hours by default
     * @return this builder
     */
    public Builder longestHold(Duration most) {
      unless(
          most.compareTo(Duration.ofSeconds(1)) >= 0 && most.compareTo(Duration.ofDays(366)) <= 0,
          "longestHold",
          most,
          "must be 1 second to 366 days");
      longestHold = most;
      return this;
    }

    /**
     * Seals the customers of bookings at rest; without it they are stored as they are. Give every
     * process the same keys: one without keys finds bookings without their customers. Needs
     * travel-security on the class path.
     *
     * @param keys what seals
     * @return this builder
     */
    public Builder personalData(PersonalDataKeys keys) {
      personalData = keys;
      return this;
    }

    /**
     * How concurrent calls are combined.
     *
     * @param limits {@link Combining#DEFAULT} by default
     * @return this builder
     */
    public Builder combining(Combining limits) {
      combining = limits;
      return this;
    }

    /**
     * Decides each call by itself, with a connection a caller and a lock wait each.
     *
     * @return this builder
     */
    public Builder withoutCombining() {
      combining = null;
      return this;
    }

    /**
     * How long a call goes on trying when it meets deadlocks, lost connections or a server that
     * restarts. One lock wait, which the server bounds, may come on top.
     *
     * @param patience 0 to 10 minutes; 10 seconds by default
     * @return this builder
     */
    public Builder retryFor(Duration patience) {
      unless(
          !patience.isNegative() && patience.compareTo(Duration.ofMinutes(10)) <= 0,
          "retryFor",
          patience,
          "must be 0 to 10 minutes");
      retryFor = patience;
      return this;
    }

    /**
     * Where the calls of this process are measured: what was answered, after how long, and how
     * callers were combined; docs/monitoring.md lists it. Without it nothing is measured, and no
     * clock is read for it.
     *
     * @param kept by the host, for example in Micrometer
     * @return this builder
     */
    public Builder metrics(Metrics kept) {
      metrics = kept;
      return this;
    }

    /**
     * Connects once and verifies the schema.
     *
     * @return the library, to be shared
     * @throws io.travelsuite.SchemaMismatchException when the tables are not there or not of this
     *     version
     * @throws io.travelsuite.StorageException when the database cannot be reached
     */
    public JdbcTravel build() {
      GroupConsistency group = Schema.verify(dataSource);
      OwnTransactions transactions =
          new OwnTransactions(
              dataSource, new RetryTerms(retryFor, metrics), group, new CommitListeners());
      CustomerKeeping customers =
          personalData == null ? CustomerKeeping.PLAIN : personalData.on(transactions);
      Measures measures = metrics == null ? null : new Measures(metrics);
      Settings settings = new Settings(clock, longestHold, customers, measures);
      return new JdbcTravel(transactions, settings, combining);
    }
  }
}
