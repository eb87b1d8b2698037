package io.travelsuite.examples.server.refund;

import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.store.ServerTables;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.PersonalRecords;
import io.travelsuite.security.erasure.PersonalRows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the staff wrote of somebody as they gave money back. Thread-safe. */
public final class RefundPersons implements PersonalRows, PersonalRecords {

  private final HostTransactions transactions;

  /**
   * The refunds in a database.
   *
   * @param transactions in it
   */
  public RefundPersons(HostTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "refunds";
  }

  @Override
  public List<Map<String, @Nullable Object>> about(DataSubject subject, int limit) {
    return transactions.run(
        (connection, joined) ->
            RefundTable.of(connection, new BookingId(subject.id())).stream()
                .limit(limit)
                .map(RefundPersons::record)
                .toList());
  }

  private static Map<String, @Nullable Object> record(Refund refund) {
    return Map.of(
        "amount", refund.what().amount().toString(),
        "reason", refund.what().reason(),
        "state", refund.state().name(),
        "asked_at", refund.asked().at());
  }

  /** The reason is free text; that and how much was given back stays. */
  @Override
  public int anonymise(DataSubject subject) {
    return transactions.run(
        (connection, joined) ->
            ServerTables.has(connection, RefundTable.NAME)
                ? RefundTable.forgetReasons(connection, subject.id())
                : 0);
  }
}
