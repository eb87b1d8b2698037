package io.travelsuite.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

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
