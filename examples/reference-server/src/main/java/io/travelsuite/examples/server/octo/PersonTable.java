package io.travelsuite.examples.server.octo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (byte[] index : indexes) {
        insert.setString(1, uuid.toString());
        insert.setBytes(2, index);
        insert.executeUpdate();
      }
    }
  }

  static void delete(Connection connection, UUID uuid) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM octo_person WHERE uuid = ?")) {
      delete.setString(1, uuid.toString());
      delete.executeUpdate();
    }
  }

  static Set<UUID> find(Connection connection, Collection<byte[]> indexes) throws SQLException {
    Set<UUID> found = new TreeSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT uuid FROM octo_person WHERE email_index = ?")) {
      for (byte[] index : indexes) {
        select.setBytes(1, index);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            found.add(UUID.fromString(rows.getString(1)));
          }
        }
      }
    }
    return found;
  }
}
