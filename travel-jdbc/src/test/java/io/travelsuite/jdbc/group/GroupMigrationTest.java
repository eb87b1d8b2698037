package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Migrating a group. Only what is safe is tried: a first migration through two nodes at once makes
 * tables twice, on which every member of the group fails and leaves it.
 */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
class GroupMigrationTest {

  @Test
  void migrating_again_through_every_node_at_once_changes_nothing() throws Exception {
    try (Group group = Group.open()) {
      String history = "SELECT CONCAT_WS(' ', version, checksum) FROM travel_schema_history";
      List<String> before = group.fixture().rows().texts(history);
      Race.run(
          3,
          number -> {
            JdbcTravel.migrate(group.pool(number + 1, 2));
            return null;
          });

      assertThat(group.fixture().rows().texts(history)).isNotEmpty().isEqualTo(before);
      assertThat(group.violations(3)).isEmpty();
    }
  }
}
