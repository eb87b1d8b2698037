package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Verifies what is stored of payments: that each has the facts and the operations that its row
 * counts, in an unbroken order, and that none is without its payment. For after a restore, and for
 * quiet hours. Thread-safe; takes no lock; reads 500 payments in a snapshot.
 */
public final class JdbcLedger {

  private static final int BATCH = 500;
  private static final int MOST_REPORTED = 1_000;

  private static final String NEXT =
      """
      SELECT p.id, p.reference, p.facts, p.operations,
        (SELECT COUNT(*) FROM travel_payment_fact f WHERE f.payment_id = p.id) AS facts_there,
        (SELECT COALESCE(MAX(f.ordinal), 0) FROM travel_payment_fact f
          WHERE f.payment_id = p.id) AS last_fact,
        (SELECT COUNT(*) FROM travel_payment_operation o
          WHERE o.payment_id = p.id) AS operations_there,
        (SELECT COALESCE(MAX(o.ordinal), 0) FROM travel_payment_operation o
          WHERE o.payment_id = p.id) AS last_operation
      FROM travel_payment p WHERE p.id > ? ORDER BY p.id LIMIT ?
      """;

  private static final String LONELY =
      """
      SELECT COUNT(*) AS lonely FROM travel_payment_%s part
      LEFT JOIN travel_payment p ON p.id = part.payment_id WHERE p.id IS NULL
      """;

  private record Row(UUID id, List<String> faults) {}

  private final OwnTransactions transactions;

  private JdbcLedger(OwnTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * {@return the payments of a library's database}
   *
   * @param travel the library
   */
  public static JdbcLedger of(JdbcTravel travel) {
    return new JdbcLedger(travel.transactions());
  }

  /**
   * {@return what does not fit, a line each with the payment's reference; 1,000 at most, none when
   * all is well}
   */
  public List<String> verify() {
    List<String> faults = new ArrayList<>();
    for (String part : List.of("fact", "operation")) {
      long lonely = transactions.snapshot(handle -> lonely(handle, part));
      if (lonely > 0) {
        faults.add(lonely + " rows of travel_payment_" + part + " are of no payment");
      }
    }
    UUID last = new UUID(0, 0);
    List<Row> batch = next(last);
    while (!batch.isEmpty() && faults.size() < MOST_REPORTED) {
      batch.forEach(row -> faults.addAll(row.faults()));
      last = batch.get(batch.size() - 1).id();
      batch = next(last);
    }
    return List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_REPORTED)));
  }

  private static long lonely(Handle handle, String part) {
    return Sql.query(handle, LONELY.formatted(part), List.of(), row -> row.getLong("lonely"))
        .get(0);
  }

  private List<Row> next(UUID last) {
    return transactions.snapshot(
        handle ->
            Sql.query(
                handle,
                NEXT,
                List.of(last, BATCH),
                row -> {
                  List<String> faults = new ArrayList<>();
                  String reference = row.getString("reference");
                  for (String part : List.of("fact", "operation")) {
                    int counted = row.getInt(part + "s");
                    int there = row.getInt(part + "s_there");
                    if (counted != there || counted != row.getInt("last_" + part)) {
                      faults.add(
                          reference + " counts " + counted + " " + part + "s, " + there + " there");
                    }
                  }
                  return new Row(BinaryId.uuid(row.getBytes("id")), faults);
                }));
  }
}
