package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** A name that stands nowhere by chance, and the places where it is found. */
final class Canaries {

  static final String NAME = "Zwartkopkanarie";
  static final String EMAIL = "ada@" + NAME.toLowerCase(Locale.ROOT) + ".example";

  private Canaries() {}

  /** Tables whose rows tell of the name, plainly, in Base64 or in hexadecimal digits. */
  static List<String> tables(DataSource dataSource) throws SQLException {
    List<String> telling = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      for (String table : names(connection)) {
        if (isIn(content(connection, table))) {
          telling.add(table);
        }
      }
    }
    return telling;
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW TABLES")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String content(Connection connection, String table) throws SQLException {
    StringBuilder content = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] bytes = rows.getBytes(column);
          content.append(bytes == null ? "" : new String(bytes, ISO_8859_1)).append('\n');
        }
      }
    }
    return content.toString();
  }

  /** Whether a text tells of the name. */
  static boolean isIn(String text) {
    for (String name : List.of(NAME, NAME.toLowerCase(Locale.ROOT))) {
      boolean plain = text.contains(name);
      String hex = HexFormat.of().formatHex(name.getBytes(UTF_8));
      if (plain || text.toLowerCase(Locale.ROOT).contains(hex) || inBase64(text, name)) {
        return true;
      }
    }
    return false;
  }

  /** At any of the three places within a group, without the digits that depend on neighbours. */
  private static boolean inBase64(String text, String name) {
    for (int before = 0; before < 3; before++) {
      String shifted = "x".repeat(before) + name;
      String digits = Base64.getEncoder().encodeToString(shifted.getBytes(UTF_8));
      if (text.contains(digits.substring(4, digits.length() - 4))) {
        return true;
      }
    }
    return false;
  }
}
