package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.store.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The server's own table of whose address is in which reservation: keyed hashes, no addresses. */
final class PersonTable {

  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS octo_person (
        uuid CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        email_index BINARY(16) NOT NULL,
        PRIMARY KEY (uuid, email_index),
        KEY octo_person_by_email (email_index)
      )
      """;

  private PersonTable() {}

  static void add(Connection connection, UUID uuid, List<byte[]> indexes) throws SQLException {
    String sql =
        """
        INSERT INTO octo_person (uuid, email_index) VALUES (?, ?)
        ON DUPLICATE KEY UPDATE uuid = octo_person.uuid
        """;
    for (byte[] index : indexes) {
      Statements.update(connection, sql, uuid.toString(), index);
    }
  }

  static void delete(Connection connection, UUID uuid) throws SQLException {
    Statements.update(connection, "DELETE FROM octo_person WHERE uuid = ?", uuid.toString());
  }

  static Set<UUID> find(Connection connection, Collection<byte[]> indexes) throws SQLException {
    String sql = "SELECT uuid FROM octo_person WHERE email_index = ?";
    Set<UUID> found = new TreeSet<>();
    for (byte[] index : indexes) {
      found.addAll(
          Statements.query(connection, sql, row -> UUID.fromString(row.getString(1)), index));
    }
    return found;
  }
}
