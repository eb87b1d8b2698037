package io.travelsuite.security.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows in memory, found by a blind index of their e-mail. */
final class MemoryRows implements SealedRows {

  static final String EMAIL = "customer_email";

  private final TreeMap<String, SealedRow> rows = new TreeMap<>();
  private final BlindIndex emails;

  MemoryRows(BlindIndex emails) {
    this.emails = emails;
  }

  synchronized void put(DataSubject subject, RowPlace place, Map<String, byte[]> fields) {
    rows.put(place.row(), new SealedRow(subject, place, place.row(), fields, Map.of()));
  }

  synchronized void put(SealedRow row) {
    rows.put(row.place().row(), row);
  }

  synchronized List<SealedRow> all() {
    return List.copyOf(rows.values());
  }

  synchronized List<SealedRow> byEmail(String address) {
    List<byte[]> asked = emails.indexes(Samples.OPERATOR, address);
    return rows.values().stream()
        .filter(row -> asked.stream().anyMatch(one -> Arrays.equals(one, row.indexes().get(EMAIL))))
        .toList();
  }

  @Override
  public synchronized List<SealedRow> after(@Nullable String cursor, int limit) {
    var rest = cursor == null ? rows : rows.tailMap(cursor, false);
    return rest.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<SealedRow> find(RowPlace place) {
    return Optional.ofNullable(rows.get(place.row()));
  }

  @Override
  public synchronized boolean replace(SealedRow read, SealedRow next) {
    SealedRow there = rows.get(read.place().row());
    boolean same =
        there != null
            && there.fields().keySet().equals(read.fields().keySet())
            && there.fields().keySet().stream()
                .allMatch(c -> Arrays.equals(there.fields().get(c), read.fields().get(c)));
    if (same) {
      rows.put(next.place().row(), next);
    }
    return same;
  }

  @Override
  public Map<String, byte[]> indexes(RowPlace place, Map<String, String> texts) {
    String address = texts.get(EMAIL);
    return address == null ? Map.of() : Map.of(EMAIL, emails.index(place.operator(), address));
  }
}
