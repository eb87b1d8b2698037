package io.travelsuite.jdbc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.RuntimeUser;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.personal.PersonalKeys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every method of the public ports that changes something leaves a record for good. */
class AuditCompletenessTest {

  private static final int DENIED = 1142;

  @TempDir private Path folder;

  private Fixture fixture;
  private RuntimeUser user;
  private HikariDataSource limited;
  private Deeds deeds;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    user = RuntimeUser.on(fixture);
    user.grantWhatIsNeeded();
    limited = user.pool(4);
    deeds = new Deeds(fixture);
  }

  @AfterEach
  void close() {
    limited.close();
    user.close();
    fixture.close();
  }

  private void addAll() {
    JdbcTravel travel =
        JdbcTravel.builder(limited).personalData(PersonalKeys.of(TestClock.create())).build();
    new SeatDeeds(fixture, travel, deeds).add();
    new OtherDeeds(fixture, travel, deeds).add();
    new PersonDeeds(fixture, travel, deeds).add(folder);
    new MessageDeeds(fixture, travel, deeds).add();
  }

  @Test
  void every_method_that_changes_something_leaves_a_record_as_the_run_time_user() {
    addAll();

    assertThat(deeds.unknown()).isEmpty();
    assertThat(deeds.size()).isGreaterThan(45);
    assertThat(deeds.withoutRecord()).isEmpty();
  }

  /** Of the library's stores, those that nobody listed: by their classes, as they are compiled. */
  private Set<String> unlisted() throws Exception {
    Set<String> unlisted = new TreeSet<>();
    for (Class<?> store : PublicStores.all()) {
      for (Class<?> port : PublicStores.ports(store)) {
        if (!deeds.ports().contains(port)) {
          unlisted.add(port.getSimpleName());
        }
      }
    }
    return unlisted;
  }

  @Test
  void every_port_that_the_librarys_classes_offer_is_listed() throws Exception {
    assertThat(unlisted()).contains("OutboxRelay", "Bookings", "JdbcAudit"); // control
    addAll();

    assertThat(PublicStores.all()).hasSizeGreaterThan(12);
    assertThat(unlisted()).containsExactlyElementsOf(PublicStores.HARMLESS);
  }

  @Test
  void that_user_can_neither_change_nor_delete_a_record() throws SQLException {
    fixture.open(1);
    try (Connection connection = limited.getConnection()) {
      for (String sql :
          List.of(
              "UPDATE travel_audit SET detail = ''",
              "DELETE FROM travel_audit",
              "REPLACE INTO travel_audit SELECT * FROM travel_audit",
              "TRUNCATE TABLE travel_audit")) {
        assertThatThrownBy(() -> Rows.update(connection, sql))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(DENIED));
      }
    }
  }

  /** A port of no use. */
  interface Quiet {
    void whisper();

    void shout();
  }

  @Test
  void control_a_method_that_nobody_listed_and_one_that_leaves_no_record_are_found() {
    deeds.port(Quiet.class).does("whisper", () -> {});

    assertThat(deeds.unknown()).containsExactly("Quiet.shout");
    assertThat(deeds.withoutRecord()).containsExactly("Quiet.whisper");
  }
}
