package io.travelsuite.examples.server.person;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.octo.OctoPersons;
import io.travelsuite.examples.server.refund.RefundPersons;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.JobProgress;
import io.travelsuite.security.erasure.AccessReport;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * Whoever booked, in the library's tables and the server's own: found by e-mail, told what is kept
 * of them, erased, and erased again after an older backup was restored. Thread-safe.
 */
public final class People {

  private static final int BATCH = 500;

  private final JdbcPersonalData data;
  private final OctoPersons reservations;
  private final RefundPersons refunds;

  private People(JdbcPersonalData data, OctoPersons reservations, RefundPersons refunds) {
    this.data = data;
    this.reservations = reservations;
    this.refunds = refunds;
  }

  /**
   * {@return the people in a database}
   *
   * @param dataSource the database
   * @param travel the library on it, with these keys
   * @param keys what seals them
   */
  public static People in(DataSource dataSource, JdbcTravel travel, PersonKeys keys) {
    HostTransactions transactions = HostTransactions.of(travel);
    return new People(
        JdbcPersonalData.of(travel),
        new OctoPersons(transactions, keys),
        new RefundPersons(transactions));
  }

  /**
   * {@return the persons of an address: one for each booking}
   *
   * @param operator whose customers
   * @param email the address, in any letter case
   */
  public Set<DataSubject> find(OperatorId operator, String email) {
    Set<DataSubject> persons = new TreeSet<>(data.findByEmail(operator, email));
    persons.addAll(reservations.findByEmail(operator, email));
    return persons;
  }

  /**
   * {@return everything that is kept of somebody}
   *
   * @param operator whose customer
   * @param email their address
   * @throws io.travelsuite.InvalidRequestException if nobody has it
   */
  public AccessReport access(OperatorId operator, String email) {
    Set<DataSubject> persons = find(operator, email);
    unless(!persons.isEmpty(), "email", "(hidden)", "must be somebody's");
    return data.access(persons, List.of(reservations, refunds));
  }

  /**
   * {@return what erases}
   *
   * @param journal outside the database
   */
  public Erasure erasure(ErasureJournal journal) {
    return data.erasure(journal, List.of(reservations, refunds));
  }

  /**
   * Seals what is not sealed by the current key: after there is a first one, and after it was
   * rotated. Goes on where it was, however often it is called.
   *
   * @param operator of the server
   * @param job a name of its own for each rotation
   * @return whether all is done; else to be called again in three minutes, when no process has the
   *     former keys in its cache
   */
  public boolean seal(OperatorId operator, String job) {
    plain();
    reservations.seal(operator);
    until(limit -> data.rewrap(job + "-wrapping", limit));
    JobProgress rotated = until(limit -> data.rotate(job, limit));
    return rotated.isDone();
  }

  private void plain() {
    Optional<BookingId> last = data.sealPlain(null, BATCH);
    while (last.isPresent()) {
      last = data.sealPlain(last.get(), BATCH);
    }
  }

  /** As far as a job gets without waiting. */
  private static JobProgress until(IntFunction<JobProgress> job) {
    JobProgress before = job.apply(BATCH);
    JobProgress now = job.apply(BATCH);
    while (now.revision() != before.revision()) {
      before = now;
      now = job.apply(BATCH);
    }
    return now;
  }
}
