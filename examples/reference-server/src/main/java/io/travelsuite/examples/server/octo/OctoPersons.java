package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.examples.server.store.ServerTables;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.PersonalRecords;
import io.travelsuite.security.erasure.PersonalRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of in the reservations of resellers: found by e-mail, told, erased. A reservation's
 * persons have its booking's id, and are erased together. Thread-safe.
 */
public final class OctoPersons implements PersonalRows, PersonalRecords {

  private static final String ERASED = "0".repeat(64);
  private static final int PAGE = 200;

  private final HostTransactions transactions;
  private final PersonKeys keys;
  private final ObjectMapper json = Json.mapper();

  /**
   * The persons in a database.
   *
   * @param transactions in it
   * @param keys what they are sealed by
   */
  public OctoPersons(HostTransactions transactions, PersonKeys keys) {
    this.transactions = transactions;
    this.keys = keys;
  }

  private ReservationTable table(OperatorId operator) {
    return new ReservationTable(texts(operator));
  }

  private DetailsTexts texts(OperatorId operator) {
    return new DetailsTexts(json, operator, keys);
  }

  /**
   * {@return the persons of an address}
   *
   * @param operator of the server
   * @param email the address, in any letter case
   */
  public Set<DataSubject> findByEmail(OperatorId operator, String email) {
    Set<DataSubject> persons = new TreeSet<>();
    transactions
        .run(
            (connection, joined) ->
                ServerTables.has(connection, DetailsTexts.TABLE)
                    ? PersonTable.find(connection, texts(operator).lookUp(email))
                    : Set.<UUID>of())
        .forEach(uuid -> persons.add(new DataSubject(operator, uuid)));
    return persons;
  }

  @Override
  public String name() {
    return "reservations";
  }

  @Override
  public List<Map<String, @Nullable Object>> about(DataSubject subject, int limit) {
    ReservationTable table = table(subject.operator());
    return transactions
        .run((connection, joined) -> table.find(connection, subject.id()))
        .map(this::record)
        .stream()
        .toList();
  }

  private Map<String, @Nullable Object> record(Reservation kept) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("reseller", kept.reseller());
    record.put("reference", kept.supplierReference());
    record.put(
        "details",
        json.convertValue(kept.details(), new TypeReference<Map<String, @Nullable Object>>() {}));
    return record;
  }

  /** Nothing, in a database of the library alone: a backup may be of such. */
  @Override
  public int anonymise(DataSubject subject) {
    return transactions.run((connection, joined) -> anonymise(connection, subject));
  }

  private int anonymise(Connection connection, DataSubject subject) throws SQLException {
    UUID uuid = subject.id();
    ReservationTable table = table(subject.operator());
    if (!ServerTables.has(connection, DetailsTexts.TABLE)) {
      return 0;
    }
    Reservation kept = table.lock(connection, uuid).orElse(null);
    if (kept == null || isErased(kept)) {
      return 0;
    }
    table.update(connection, kept.details(kept.details().withoutPersons()));
    ReservationTable.mark(connection, uuid, ERASED);
    PersonTable.delete(connection, uuid);
    return 1;
  }

  /** What was told of somebody since is no exception. */
  private static boolean isErased(Reservation kept) {
    return kept.fingerprint().equals(ERASED)
        && kept.details().equals(kept.details().withoutPersons());
  }

  /**
   * Seals by the current key what is plain or sealed by the one before, and indexes it anew; nobody
   * waits meanwhile.
   *
   * @param operator of the server
   * @return how many reservations it sealed
   */
  public int seal(OperatorId operator) {
    int sealed = 0;
    String after = "";
    while (after != null) {
      String from = after;
      List<UUID> page = transactions.run((c, joined) -> ReservationTable.ids(c, from, PAGE));
      for (UUID uuid : page) {
        sealed += transactions.run((connection, joined) -> seal(connection, operator, uuid));
      }
      after = page.size() < PAGE ? null : page.get(page.size() - 1).toString();
    }
    return sealed;
  }

  private int seal(Connection connection, OperatorId operator, UUID uuid) throws SQLException {
    ReservationTable table = table(operator);
    Reservation kept = table.lock(connection, uuid).orElse(null);
    if (kept == null) {
      return 0;
    }
    table.update(connection, kept);
    PersonTable.delete(connection, uuid);
    table.index(connection, kept);
    return 1;
  }
}
