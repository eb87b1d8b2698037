package io.travelsuite.jdbc.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.backup.RestoreResult.Differs;
import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.security.backup.BackupException;
import io.travelsuite.security.backup.BackupManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupRestoreTest extends BackupSuite {

  private TestSchema scratch;

  @BeforeEach
  void openScratch() {
    scratch = TestDatabase.shared().newSchema();
  }

  @AfterEach
  void dropScratch() {
    scratch.close();
  }

  private static Consumer<DataSource> running(String sql) {
    return restored -> {
      try (Connection connection = restored.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    };
  }

  private static long count(String table) {
    return fixture.rows().number("SELECT COUNT(*) FROM " + table);
  }

  /** By the server's own sums of all rows. */
  private static Map<String, String> sums(DataSource of, Iterable<String> tables)
      throws SQLException {
    Map<String, String> sums = new TreeMap<>();
    try (Connection connection = of.getConnection()) {
      for (String table : tables) {
        try (PreparedStatement statement = connection.prepareStatement("CHECKSUM TABLE " + table);
            ResultSet row = statement.executeQuery()) {
          row.next();
          sums.put(table, row.getString(2));
        }
      }
    }
    return sums;
  }

  @Test
  void what_was_backed_up_is_restored_row_for_row_and_verified() throws SQLException {
    BackupManifest made = backups.make(database);
    assertThat(made.content().rows())
        .containsEntry("travel_booking", count("travel_booking"))
        .containsEntry("travel_payment", 5L)
        .containsEntry("travel_seat", 0L);
    assertThat(made.content().rows().get("travel_payment_fact")).isGreaterThanOrEqualTo(5);
    assertThat(made.content().schemaVersion()).isGreaterThanOrEqualTo(12);
    Database target = at(scratch);
    Verified verified = backups.restore(made.name(), target, List.of()).orElseThrow();
    assertThat(verified.manifest()).isEqualTo(made);
    assertThat(sums(target.dataSource(), made.content().rows().keySet()))
        .isEqualTo(sums(fixture.dataSource(), made.content().rows().keySet()));
    assertThat(folder.lastRestored()).isPresent();
  }

  @Test
  void a_dump_beside_sales_is_of_one_moment() throws Exception {
    OccurrenceId departure = fixture.open(100_000);
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService seller = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> sold = seller.submit(() -> sellUntil(enough, departure));
      BackupManifest made = backups.make(database);
      enough.set(true);
      assertThat(sold.get()).isPositive();
      backups.restore(made.name(), at(scratch), List.of()).orElseThrow();
    } finally {
      enough.set(true);
      seller.shutdown();
    }
  }

  private static int sellUntil(AtomicBoolean enough, OccurrenceId departure) {
    List<Object> held = new ArrayList<>();
    while (!enough.get()) {
      held.add(fixture.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id());
    }
    return held.size();
  }

  @Test
  void nothing_of_a_customer_is_in_the_folder() throws IOException {
    BackupManifest made = backups.make(database);
    for (String kind : List.of(".backup", ".manifest")) {
      String text = Files.readString(path.resolve(made.name() + kind), StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("canary", "b.example");
    }
  }

  @Test
  void one_byte_that_is_another_is_refused_and_nothing_is_loaded() throws IOException {
    BackupManifest made = backups.make(database);
    Path file = path.resolve(made.name() + ".backup");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Database target = at(scratch);
    assertThatThrownBy(() -> backups.restore(made.name(), target, List.of()))
        .isInstanceOfSatisfying(BackupException.class, e -> assertThat(e.refused()).isTrue());
    assertThat(
            fixture
                .rows()
                .texts(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = ?",
                    scratch.name()))
        .isEmpty();
  }

  @Test
  void control_a_booking_that_was_lost_fails_the_verification() {
    BackupManifest made = backups.make(database);
    String sql = "DELETE FROM travel_booking LIMIT 1";
    assertThat(backups.restore(made.name(), at(scratch), List.of(running(sql))))
        .isInstanceOfSatisfying(
            Differs.class,
            differs ->
                assertThat(differs.faults()).anyMatch(fault -> fault.startsWith("inventory:")));
    assertThat(folder.lastRestored()).isEmpty();
  }

  @Test
  void control_a_payment_that_lost_a_fact_fails_the_verification() {
    BackupManifest made = backups.make(database);
    String sql = "DELETE FROM travel_payment_fact LIMIT 1";
    assertThat(backups.restore(made.name(), at(scratch), List.of(running(sql))))
        .isInstanceOfSatisfying(
            Differs.class,
            differs ->
                assertThat(differs.faults()).anyMatch(fault -> fault.startsWith("payments:")));
  }

  @Test
  void control_a_row_that_was_not_loaded_is_missed_by_the_manifest() throws SQLException {
    BackupManifest made = backups.make(database);
    Database target = at(scratch);
    backups.restore(made.name(), target, List.of()).orElseThrow();
    SchemaRows rows = new SchemaRows(target.dataSource());
    assertThat(rows.faults(made.content())).isEmpty();
    running("DELETE FROM travel_product").accept(target.dataSource());
    assertThat(rows.faults(made.content()))
        .containsExactly("travel_product: 1 rows dumped, 0 restored");
  }

  @Test
  void what_is_done_after_loading_is_done_once_and_before_anybody_reads() {
    BackupManifest made = backups.make(database);
    List<Long> seen = new ArrayList<>();
    Consumer<DataSource> erasing =
        restored -> {
          seen.add(1L);
          running("UPDATE travel_booking SET customer_name = NULL").accept(restored);
        };
    backups.restore(made.name(), at(scratch), List.of(erasing)).orElseThrow();
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_database_that_is_not_empty_is_left_as_it_is() {
    BackupManifest made = backups.make(database);
    assertThatThrownBy(() -> backups.restore(made.name(), database, List.of()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("empty");
    fixture.assertNoDrift();
  }
}
