package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.retention.LegalHold;
import io.travelsuite.security.retention.LegalHolds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Legal holds in the database, made by {@link JdbcPersonalData#legalHolds}. Placing and lifting one
 * is in the audit log. Thread-safe.
 */
public final class JdbcLegalHolds implements LegalHolds {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  JdbcLegalHolds(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Places a hold, at once.
   *
   * @param hold what is held
   * @return its id
   */
  public UUID place(LegalHold hold) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          MultiRow.insertAbsent(
              unit.handle(),
              """
              INSERT INTO travel_legal_hold
                (operator_id, id, subject_id, data_class, reason, until_at)\
              """,
              List.of(
                  Arrays.asList(
                      hold.operator().value(),
                      id,
                      hold.subject(),
                      hold.dataClass(),
                      hold.reason(),
                      UtcTime.textOrNull(hold.until()))),
              "reason");
          audit(unit, new AuditTable.About(hold.operator().value(), id), "hold.placed");
          return id;
        });
  }

  /**
   * Ends a hold.
   *
   * @param operator whose
   * @param id as {@link #place} gave it
   * @return whether there was such a hold
   */
  public boolean lift(OperatorId operator, UUID id) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          int gone =
              Sql.update(
                  unit.handle(),
                  "DELETE FROM travel_legal_hold WHERE operator_id = ? AND id = ?",
                  List.of(operator.value(), id));
          if (gone == 1) {
            audit(unit, new AuditTable.About(operator.value(), id), "hold.lifted");
          }
          return gone == 1;
        });
  }

  private void audit(UnitOfWork unit, AuditTable.About about, String action) {
    AuditTable.add(unit.handle(), about, AuditTable.Done.of(action), clock.now(unit.handle()));
  }

  @Override
  public List<LegalHold> of(OperatorId operator) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            Sql.query(
                handle,
                "SELECT * FROM travel_legal_hold WHERE operator_id = ? ORDER BY id",
                List.of(operator.value()),
                JdbcLegalHolds::read));
  }

  private static LegalHold read(ResultSet row) throws SQLException {
    byte[] subject = row.getBytes("subject_id");
    return new LegalHold(
        new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
        subject == null ? null : BinaryId.uuid(subject),
        row.getString("data_class"),
        row.getString("reason"),
        UtcTime.instantOrNull(row, "until_at"));
  }
}
