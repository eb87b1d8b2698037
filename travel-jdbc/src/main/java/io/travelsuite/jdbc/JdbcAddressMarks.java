package io.travelsuite.jdbc;

import io.travelsuite.Mode;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.address.AddressHash;
import io.travelsuite.notify.address.AddressMark;
import io.travelsuite.notify.address.AddressMarks;
import io.travelsuite.notify.address.MarkReason;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Marks of addresses in a library's database, by their hashes alone.
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. Needs travel-notify on the
 * class path, which travel-jdbc does without otherwise. A mark is one statement, by its primary
 * key; told again it changes nothing. Marks stay until they are cleared.
 */
public final class JdbcAddressMarks implements AddressMarks {

  private final Transactions transactions;
  private final OwnTransactions own;
  private final DatabaseClock clock;

  private JdbcAddressMarks(Transactions where, OwnTransactions own, DatabaseClock clock) {
    transactions = where;
    this.own = own;
    this.clock = clock;
  }

  /**
   * {@return the marks in a library's database}
   *
   * @param travel the library
   */
  public static JdbcAddressMarks of(JdbcTravel travel) {
    return new JdbcAddressMarks(travel.transactions(), travel.transactions(), travel.clock());
  }

  /**
   * {@return the same within the host's transaction}: marks commit or roll back with its rows, such
   * as the mark that a webhook was handled. As with {@link JdbcTravel#joining}: never retried, and
   * after a deadlock the host restarts all of its transaction
   *
   * @param connection the host's, used by one thread, with autocommit off
   */
  public JdbcAddressMarks joining(Connection connection) {
    return new JdbcAddressMarks(new JoinedTransactions(connection, own.handles()), own, clock);
  }

  @Override
  public List<AddressMark> find(Mode mode, List<AddressHash> hashes) {
    return transactions.read(
        Freshness.CLUSTER, handle -> AddressMarkTable.find(handle, mode, bytes(hashes)));
  }

  @Override
  public void mark(Mode mode, AddressHash address, MarkReason reason) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          Handle handle = unit.handle();
          List<@Nullable Object> row = new ArrayList<>();
          row.add(bytes(address));
          row.add(mode.name());
          row.add(reason.name());
          row.add(UtcTime.text(clock.estimate(handle)));
          AddressMarkTable.insert(handle, row);
          audit(handle, address, "address.marked", reason);
          return true;
        });
  }

  @Override
  public void clear(Mode mode, List<AddressHash> hashes, MarkReason reason) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          AddressMarkTable.delete(unit.handle(), mode, reason, bytes(hashes));
          hashes.forEach(hash -> audit(unit.handle(), hash, "address.cleared", reason));
          return true;
        });
  }

  private void audit(Handle handle, AddressHash hash, String action, MarkReason reason) {
    UUID subject = UUID.nameUUIDFromBytes(bytes(hash));
    Map<String, String> detail = Map.of("reason", reason.name());
    AuditTable.add(
        handle,
        new AuditTable.About(AuditTable.NOBODY, subject),
        new AuditTable.Done(action, detail),
        clock.estimate(handle));
  }

  private static List<byte[]> bytes(List<AddressHash> hashes) {
    return hashes.stream().map(JdbcAddressMarks::bytes).toList();
  }

  private static byte[] bytes(AddressHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
