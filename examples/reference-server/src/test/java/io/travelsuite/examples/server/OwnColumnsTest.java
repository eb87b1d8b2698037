package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register of personal data in the server's own tables, against the tables as they are. */
@ExtendWith(SharedServer.class)
class OwnColumnsTest {

  private static List<String> registered() throws IOException {
    List<String> columns = new ArrayList<>();
    try (InputStream file = Command.class.getResourceAsStream("person/columns.txt")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      for (String line : new String(bytes, UTF_8).lines().toList()) {
        String[] words = line.split(" ", -1);
        if (words[0].endsWith(":")) {
          for (int i = 1; i < words.length; i++) {
            columns.add(words[0].replace(":", ".") + words[i]);
          }
        } else if (!line.isBlank() && !line.startsWith("#")) {
          columns.add(words[0]);
          assertThat(words.length).as(line).isGreaterThan(3);
        }
      }
    }
    return columns;
  }

  private static List<String> columns() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = SharedServer.fixture().server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name NOT LIKE 'travel%'
                """)) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  @Test
  void every_column_of_the_servers_own_is_registered_and_no_other() throws Exception {
    assertThat(columns()).containsExactlyInAnyOrderElementsOf(registered());
  }
}
