package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.BlindIndex;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.JobProgress;
import io.travelsuite.security.data.KeyRewrap;
import io.travelsuite.security.data.KeyRotation;
import io.travelsuite.security.erasure.AccessCollector;
import io.travelsuite.security.erasure.AccessReport;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import io.travelsuite.security.erasure.PersonalRecords;
import io.travelsuite.security.erasure.PersonalRows;
import io.travelsuite.security.retention.RetentionPolicy;
import io.travelsuite.security.retention.RetentionRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The personal data in a library's database: whom an address belongs to, what is kept of them, how
 * it is forgotten, and how its keys are changed.
 *
 * <pre>{@code
 * JdbcTravel travel = JdbcTravel.builder(dataSource).personalData(keys).build();
 * JdbcPersonalData personal = JdbcPersonalData.of(travel);
 * Set<DataSubject> person = personal.findByEmail(operator, "ada@example.org");
 * String everything = personal.access(person, List.of()).json();
 * person.forEach(personal.erasure(journal, List.of())::erase);
 * }</pre>
 *
 * <p>The person of a booking has the booking's id, and somebody who booked twice has two: they are
 * found by their addresses. Erasures, rotations and legal holds are in the audit log. Thread-safe;
 * starts no thread; holds no connection between calls. Needs travel-security on the class path.
 */
public final class JdbcPersonalData {

  private static final int MOST_FOUND = AccessCollector.MOST_RECORDS;

  private final OwnTransactions transactions;
  private final SealedCustomers customers;
  private final DatabaseClock clock;
  private final JdbcPersonalJobs jobs;
  private final PersonErasure erasure;
  private final PersonRecords records;
  private final JdbcLegalHolds holds;

  private JdbcPersonalData(JdbcTravel travel, SealedCustomers customers) {
    transactions = travel.transactions();
    this.customers = customers;
    clock = travel.clock();
    jobs = new JdbcPersonalJobs(transactions, clock);
    erasure = new PersonErasure(transactions);
    records = new PersonRecords(transactions, travel.bookings());
    holds = new JdbcLegalHolds(transactions, clock);
  }

  /**
   * {@return the personal data in a library's database}
   *
   * @param travel the library, made with {@link JdbcTravel.Builder#personalData}
   * @throws io.travelsuite.InvalidRequestException if it was made without
   */
  public static JdbcPersonalData of(JdbcTravel travel) {
    CustomerKeeping keeping = travel.customers();
    unless(keeping instanceof SealedCustomers, "travel", keeping, "must be made with personalData");
    return new JdbcPersonalData(travel, (SealedCustomers) keeping);
  }

  /**
   * {@return the persons with an e-mail address, 10,000 at most}
   *
   * @param operator whose customers
   * @param email the address, in any letter case
   */
  public Set<DataSubject> findByEmail(OperatorId operator, String email) {
    return find(operator, SealedBookings.EMAIL, customers.indexes().emails(), email);
  }

  /**
   * {@return the persons with a telephone number, 10,000 at most}
   *
   * @param operator whose customers
   * @param phone the number, in E.164 or as it is dialled in the region of {@link
   *     PersonalDataKeys#phoneRegion}
   */
  public Set<DataSubject> findByPhone(OperatorId operator, String phone) {
    return find(operator, SealedBookings.PHONE, customers.indexes().phones(), phone);
  }

  /** By the current key and the one before it, until all rows have the current one's. */
  private Set<DataSubject> find(
      OperatorId operator, String column, BlindIndex index, String address) {
    List<byte[]> indexes = index.indexes(operator, address);
    String sql =
        "SELECT id FROM travel_booking WHERE %s IN (%s) AND operator_id = ? ORDER BY id LIMIT ?"
            .formatted(column, Placeholders.list(indexes.size()));
    List<Object> values = new ArrayList<>(indexes);
    values.add(operator.value());
    values.add(MOST_FOUND);
    return new LinkedHashSet<>(
        transactions.read(
            Freshness.CLUSTER,
            handle ->
                Sql.query(
                    handle,
                    sql,
                    values,
                    row -> new DataSubject(operator, BinaryId.uuid(row.getBytes("id"))))));
  }

  /**
   * Collects what is kept about a person: their bookings, payments, and the audit records of these.
   *
   * @param person the subjects that are one person, as they were found; at least one
   * @param more places of the host that hold something about the same subjects
   * @return one JSON, with {@code bookings}, {@code payments}, {@code audit} and the host's places
   * @throws io.travelsuite.InvalidRequestException if a place holds more than 10,000 records
   */
  public AccessReport access(Collection<DataSubject> person, List<PersonalRecords> more) {
    List<PersonalRecords> places = new ArrayList<>(records.places());
    places.addAll(more);
    AccessReport report = new AccessCollector(places, customers.clock()).collect(person);
    transactions.write(Freshness.LOCAL, unit -> audit(unit.handle(), person));
    return report;
  }

  private boolean audit(Handle handle, Collection<DataSubject> person) {
    for (DataSubject subject : person) {
      AuditTable.About about = new AuditTable.About(subject.operator().value(), subject.id());
      AuditTable.add(handle, about, AuditTable.Done.of("person.accessed"), clock.now(handle));
    }
    return true;
  }

  /**
   * {@return what erases persons from this database: the journal first, then their keys, then their
   * bookings' and payments' texts and the bodies of webhooks about these}
   *
   * @param journal of erasures, outside the database
   * @param more places of the host that hold something about the same subjects
   */
  public Erasure erasure(ErasureJournal journal, List<PersonalRows> more) {
    List<PersonalRows> places = new ArrayList<>(List.of(erasure));
    places.addAll(more);
    return new Erasure(journal, customers.keys(), places, customers.clock());
  }

  /**
   * Does one batch of giving every person another key, sealing bookings by it and making their
   * blind indexes anew: see {@link KeyRotation#run}.
   *
   * @param job a name of its own for each rotation
   * @param limit persons or bookings, 1 to 1,000
   * @return how far it is
   */
  public JobProgress rotate(String job, int limit) {
    SealedBookings rows = new SealedBookings(transactions, customers.indexes());
    return new KeyRotation(customers.keys(), rows, jobs).run(job, limit);
  }

  /**
   * Does one batch of wrapping the keys of persons anew, after what wraps them was changed: see
   * {@link KeyRewrap#run}.
   *
   * @param job a name of its own for each change
   * @param limit persons, 1 to 1,000
   * @return how far it is
   */
  public JobProgress rewrap(String job, int limit) {
    return new KeyRewrap(customers.keys(), jobs).run(job, limit);
  }

  /**
   * {@return a run of a policy over the customers of bookings, which are last needed at their last
   * departure}
   *
   * @param policy to anonymise, of class {@code contact}: bookings themselves are accounts and stay
   */
  public RetentionRun retention(RetentionPolicy policy) {
    BookingRetention rows = new BookingRetention(transactions, customers.keys(), erasure);
    return new RetentionRun(policy, rows, holds, customers.clock());
  }

  /** {@return what no policy takes away} */
  public JdbcLegalHolds legalHolds() {
    return holds;
  }

  /**
   * Seals customers of bookings that were made before there were keys: until then they are not
   * found by their addresses. Call it until it is done, once after keys were configured in every
   * process; nobody waits meanwhile.
   *
   * @param after the last booking that was sealed, or null to begin
   * @param limit bookings, 1 to 1,000
   * @return the last booking sealed, or empty at the end
   */
  public Optional<BookingId> sealPlain(@Nullable BookingId after, int limit) {
    unless(limit >= 1 && limit <= 1000, "limit", limit, "must be 1 to 1,000");
    return new PlainBookings(transactions, clock, customers).seal(after, limit);
  }
}
