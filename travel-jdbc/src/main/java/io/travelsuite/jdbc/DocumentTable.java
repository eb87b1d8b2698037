package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_document: texts that never change, named by what they say. */
final class DocumentTable {

  private DocumentTable() {}

  /** Saves a text; its name. One that is there is not locked, since many write the same. */
  static DocumentId save(Handle handle, String text) {
    DocumentId id = DocumentId.of(text);
    if (read(handle, List.of(id), "").isEmpty()) {
      Sql.update(
          handle,
          "INSERT INTO travel_document (id, text) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = id",
          List.of(id.bytes(), text));
    }
    return id;
  }

  /** Saves many texts; a text that is there is not locked. */
  static void saveAll(Handle handle, Map<DocumentId, String> texts) {
    Map<DocumentId, String> missing = new HashMap<>(texts);
    missing.keySet().removeAll(read(handle, texts.keySet(), "").keySet());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    missing.keySet().stream()
        .sorted(Comparator.comparing(DocumentId::sha256))
        .forEach(id -> rows.add(List.of(id.bytes(), texts.getOrDefault(id, ""))));
    MultiRow.insertAbsent(handle, "INSERT INTO travel_document (id, text)", rows, "id");
  }

  static Map<DocumentId, String> read(Handle handle, Collection<DocumentId> ids, String lock) {
    Map<DocumentId, String> texts = new HashMap<>();
    if (!ids.isEmpty()) {
      String sql =
          "SELECT id, text FROM travel_document FORCE INDEX (PRIMARY) WHERE id IN ("
              + Placeholders.list(ids.size())
              + ")"
              + lock;
      List<byte[]> keys = ids.stream().map(DocumentId::bytes).toList();
      Sql.query(
              handle,
              sql,
              keys,
              row -> Map.entry(DocumentId.stored(row.getBytes("id")), row.getString("text")))
          .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    }
    return texts;
  }
}
