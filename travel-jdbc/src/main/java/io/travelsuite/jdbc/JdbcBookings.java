package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.ChangeResult;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.ExtendResult;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.NoShowResult;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.Released;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.OperatorId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds and bookings in the database. */
final class JdbcBookings implements Bookings {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Selling selling;
  private final ReservationEngine engine;
  private final @Nullable CombiningEngine combining;
  private final Duration longestHold;
  private final BookingCustomers customers;
  private final BookingQueries queries;
  private final Reference references = new Reference();

  private JdbcBookings(Parts parts, @Nullable CombiningEngine combining) {
    transactions = parts.transactions();
    clock = parts.clock();
    selling = new Selling(parts.resolver(), new Pricing(parts.transactions()));
    engine = parts.engine();
    longestHold = parts.longestHold();
    customers = parts.customers();
    queries = new BookingQueries(parts.transactions(), parts.clock(), parts.customers());
    this.combining = combining;
  }

  /** Bookings that decide each call by itself. */
  static JdbcBookings direct(Transactions transactions, Offers offers, Settings settings) {
    return new JdbcBookings(Parts.of(transactions, offers, settings), null);
  }

  /** Bookings that decide what has queued in one go. */
  static JdbcBookings combining(
      OwnTransactions transactions, Offers offers, Settings settings, Combining lane) {
    Parts parts = Parts.of(transactions, offers, settings);
    RowsFirst rowsFirst = new RowsFirst(transactions, parts.clock());
    return new JdbcBookings(
        parts, new CombiningEngine(parts.engine(), rowsFirst, lane, settings.measures()));
  }

  private record Parts(
      Transactions transactions,
      DatabaseClock clock,
      LineResolver resolver,
      ReservationEngine engine,
      BookingCustomers customers,
      Duration longestHold) {

    static Parts of(Transactions transactions, Offers offers, Settings settings) {
      DatabaseClock clock = new DatabaseClock(settings.clock());
      LineResolver resolver = new LineResolver(offers, transactions);
      return new Parts(
          transactions,
          clock,
          resolver,
          new ReservationEngine(transactions, clock, resolver),
          new BookingCustomers(transactions, settings.customers()),
          settings.longestHold());
    }
  }

  @Override
  public HoldResult hold(HoldRequest request) {
    checkLifetime(request.lifetime());
    return selling.sell(
        request.lines(), request.channel(), request.promo(), lines -> hold(request, lines));
  }

  private HoldResult hold(HoldRequest request, ResolvedLines lines) {
    if (lines.refusal() != null) {
      return refuse(request, lines.operator(), lines.refusal());
    }
    try {
      OperatorId operator = Objects.requireNonNull(lines.operator());
      AskedHold asked = AskedHold.of(request, operator, customers.keeping());
      HoldOperation hold = new HoldOperation(asked, lines, longestHold, references);
      HoldResult result = combining == null ? engine.run(hold) : combining.run(hold);
      return result == null
          ? new Busy(RETRY_AFTER)
          : customers.open(HoldResult.class, result, hold.sealed());
    } catch (StorageException e) {
      if (!transactions.joined() && isContention(e)) {
        return new Busy(RETRY_AFTER);
      }
      throw e;
    }
  }

  private record EarlierHold(@Nullable StoredBooking stored, Instant now) {}

  /** The retry of a hold gets its booking, even where such units are not sold any more. */
  private HoldResult refuse(HoldRequest request, @Nullable OperatorId operator, NotOnSale refusal) {
    HoldKey key = operator == null ? null : HoldKey.of(request, operator);
    if (key == null || refusal.reason() == NotOnSale.Reason.UNKNOWN) {
      return refusal;
    }
    KeyLookup lookup = transactions.joined() ? KeyLookup.PAST_SNAPSHOT : KeyLookup.FIRST;
    List<Fingerprint> fingerprints = customers.keeping().fingerprints(request);
    EarlierHold earlier =
        transactions.read(
            Transactions.Freshness.CLUSTER,
            handle ->
                new EarlierHold(
                    EarlierHolds.of(handle, List.of(key), lookup).find(key), clock.now(handle)));
    StoredBooking stored = earlier.stored();
    return stored == null
        ? refusal
        : customers.open(
            HoldResult.class,
            HoldOperation.repeated(fingerprints, key.operator(), stored, earlier.now()),
            stored.origin().customer());
  }

  @Override
  public ConfirmResult confirm(BookingId id, Confirmation confirmation) {
    Change change = confirmation.change();
    if (change == null) {
      return run(new ConfirmOperation(id, confirmation, null));
    }
    return selling.sell(
        change.added(),
        null,
        null,
        added -> run(new ConfirmOperation(id, confirmation, new LineChange(change, added))));
  }

  @Override
  public ExtendResult extend(BookingId id, Duration lifetime) {
    checkShortest(lifetime);
    return run(new ExtendOperation(id, shorter(lifetime, longestHold)));
  }

  @Override
  public ChangeResult change(BookingId id, Change change) {
    return selling.sell(
        change.added(),
        null,
        null,
        added -> run(new ChangeOperation(id, new LineChange(change, added))));
  }

  @Override
  public ReleaseResult release(BookingId id) {
    return run(new ReleaseOperation(id));
  }

  @Override
  public CancelResult cancel(BookingId id, UnitSelection units) {
    return run(new CancelOperation(id, units));
  }

  @Override
  public RedeemResult redeem(BookingId id, UnitSelection units) {
    return run(new RedeemOperation(id, units));
  }

  @Override
  public NoShowResult noShow(BookingId id) {
    return run(new NoShowOperation(id));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return queries.find(handle -> BookingReader.find(handle, id));
  }

  @Override
  public Optional<Booking> findByReference(OperatorId operator, String reference) {
    String normalized = Reference.normalized(reference);
    return queries.find(handle -> BookingReader.byReference(handle, operator, normalized));
  }

  @Override
  public Optional<Booking> findByKey(OperatorId operator, String key) {
    return queries.find(handle -> BookingReader.byKey(handle, operator, key));
  }

  @Override
  public KeyedPage keyed(KeyedRequest request) {
    return queries.keyed(request);
  }

  @Override
  public ManifestPage manifest(ManifestRequest request) {
    return queries.manifest(request);
  }

  @Override
  public int sweepExpired(int most) {
    unless(most >= 1 && most <= 10_000, "most", most, "must be 1 to 10,000");
    List<BookingId> expired =
        transactions.read(
            Transactions.Freshness.LOCAL,
            handle ->
                HoldTable.expired(handle, new HoldTable.ExpiredLimit(clock.now(handle), most)));
    int swept = 0;
    for (BookingId id : expired) {
      if (engine.run(new ExpireOperation(id)) instanceof Released) {
        swept++;
      }
    }
    return swept;
  }

  /**
   * Through the lane; by itself where too many wait, since only a hold can be told to come back.
   */
  private <R extends BookingResult> R run(Operation<R> operation) {
    R result = combining == null ? null : combining.run(operation);
    return customers.open(
        operation.answers(), result == null ? engine.run(operation) : result, operation.sealed());
  }

  private void checkLifetime(Duration lifetime) {
    checkShortest(lifetime);
    unless(
        lifetime.compareTo(longestHold) <= 0,
        "lifetime",
        lifetime,
        "must be at most the longest hold, " + longestHold);
  }

  private static void checkShortest(Duration lifetime) {
    unless(
        lifetime.compareTo(Duration.ofSeconds(1)) >= 0,
        "lifetime",
        lifetime,
        "must be at least 1 second");
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static boolean isContention(StorageException e) {
    SQLException cause = VendorError.find(e);
    VendorError error = cause == null ? VendorError.OTHER : VendorError.of(cause);
    return e.retryable()
        && (error == VendorError.TRANSACTION_LOST || error == VendorError.LOCK_WAIT);
  }
}
