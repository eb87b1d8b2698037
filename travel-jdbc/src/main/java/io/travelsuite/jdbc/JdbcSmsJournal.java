package io.travelsuite.jdbc;

import io.travelsuite.Mode;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.sms.SmsDeliveries;
import io.travelsuite.notify.sms.SmsDelivery;
import io.travelsuite.notify.sms.SmsJournal;
import io.travelsuite.notify.sms.SmsStatus;
import io.travelsuite.notify.sms.SmsTry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each SMS, in a library's database: the tries by the message's key, the progress
 * by its provider's id. Neither number nor text is kept.
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. Needs travel-notify on the
 * class path, which travel-jdbc does without otherwise. Rows are locked by their primary keys
 * alone; how old a try is the database's clock tells. When the answer to the COMMIT of {@link
 * #begin} is lost, its next try finds its own row and takes it for another's: the message is in
 * flight, and unclear later, though it was not sent.
 */
public final class JdbcSmsJournal implements SmsJournal, SmsDeliveries {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  private JdbcSmsJournal(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * {@return the journal in a library's database}
   *
   * @param travel the library
   */
  public static JdbcSmsJournal of(JdbcTravel travel) {
    return new JdbcSmsJournal(travel.transactions(), travel.clock());
  }

  @Override
  public SmsTry begin(Mode mode, String key, Duration longest) {
    byte[] hash = hash(mode, key);
    try {
      return transactions.write(Freshness.CLUSTER, unit -> begin(unit.handle(), hash, longest));
    } catch (DuplicateKeyException another) { // who began at the same moment
      return new SmsTry.InFlight();
    }
  }

  private SmsTry begin(Handle handle, byte[] hash, Duration longest) {
    Optional<SmsTable.Row> found = SmsTable.lock(handle, hash);
    Instant now = clock.now(handle);
    if (found.isEmpty()) {
      SmsTable.insert(handle, hash, now);
      return new SmsTry.First();
    }
    SmsTable.Row row = found.get();
    if (row.state().equals(SmsTable.SENT)) {
      return new SmsTry.Done(row.providerId());
    }
    boolean trying = row.state().equals(SmsTable.TRYING);
    if (trying && now.isBefore(row.startedAt().plus(longest))) {
      return new SmsTry.InFlight();
    }
    SmsTable.again(handle, hash, row.unclear() + (trying ? 1 : 0), now);
    return new SmsTry.Unclear();
  }

  @Override
  public void sent(Mode mode, String key, @Nullable String providerId) {
    write(handle -> SmsTable.sent(handle, hash(mode, key), providerId));
  }

  @Override
  public void notSent(Mode mode, String key) {
    write(handle -> SmsTable.notSent(handle, hash(mode, key)));
  }

  @Override
  public void unclear(Mode mode, String key) {
    write(handle -> SmsTable.unclear(handle, hash(mode, key)));
  }

  @Override
  public void note(String providerId, SmsStatus status, @Nullable Integer errorCode) {
    write(
        handle ->
            SmsDeliveryTable.note(
                handle, providerId, new SmsDelivery(status, errorCode, clock.estimate(handle))));
  }

  @Override
  public Optional<SmsDelivery> find(String providerId) {
    return transactions.read(Freshness.LOCAL, handle -> SmsDeliveryTable.find(handle, providerId));
  }

  /**
   * Forgets what is old. A message whose try is forgotten would be sent anew: keep them for longer
   * than messages are tried. Call it again while it deletes as many as it may.
   *
   * @param age how old at least
   * @param most how many rows of each kind at once, 1 to 300
   * @return how many it deleted
   */
  public int purge(Duration age, int most) {
    Placeholders.checkBatch(most);
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant until = clock.now(unit.handle()).minus(age);
          return SmsTable.purge(unit.handle(), until, most)
              + SmsDeliveryTable.purge(unit.handle(), until, most);
        });
  }

  private interface Entry {
    void in(Handle handle);
  }

  private void write(Entry entry) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          entry.in(unit.handle());
          return true;
        });
  }

  private static byte[] hash(Mode mode, String key) {
    return Sha256.of((mode.name() + '\n' + key).getBytes(StandardCharsets.UTF_8));
  }
}
