package io.travelsuite.examples.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {

  @TempDir private Path path;
  private Path folder;
  private Path keyFile;
  private String said = "";

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(path.resolve("backups"));
    byte[] key = new byte[32];
    key[3] = 9;
    keyFile = path.resolve("keys");
    Files.writeString(keyFile, "k1 " + Base64.getEncoder().encodeToString(key) + "\n");
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--folder", folder.toString(), "--key-file", keyFile.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        BackupCommands.run(all.toArray(new String[0]), Map.of(), new PrintStream(out, true, UTF_8));
    said = out.toString(UTF_8);
    return exit;
  }

  private static String[] with(String[] more, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  private static String[] programs() {
    TestDatabase server = TestDatabase.shared();
    return new String[] {
      "--dump-program", String.join(" ", server.dumpProgram()),
      "--client-program", String.join(" ", server.clientProgram())
    };
  }

  @Test
  void a_database_is_backed_up_and_restored_by_command() throws IOException {
    try (TestSchema source = TestDatabase.shared().newSchema();
        TestSchema scratch = TestDatabase.shared().newSchema()) {
      JdbcTravel.migrate(source.dataSource(2));
      assertThat(run(with(programs(), "backup", "--jdbc-url", source.jdbcUrl()))).as(said).isZero();
      assertThat(said).contains("rows of", "sealed by key k1", "0 old backups deleted");
      String[] careless = with(programs(), "restore", "--verify", "--into", scratch.jdbcUrl());
      assertThat(run(careless)).isEqualTo(2);
      assertThat(said).contains("--erasure-journal", "--nobody-erased");
      String[] restore =
          with(programs(), "restore", "--verify", "--into", scratch.jdbcUrl(), "--nobody-erased");
      assertThat(run(restore)).as(said).isZero();
      assertThat(said).contains("verified in");
      assertThat(run(restore)).isOne(); // it is not empty any more
      assertThat(said).contains("empty");
    }
  }

  @Test
  void a_database_that_was_killed_is_back_with_all_that_was_backed_up() {
    assertThat(run("drill", "--sales", "20")).as(said).isZero();
    assertThat(said)
        .contains(
            "killed after 2 more bookings",
            "20 bookings are back, 2 are lost",
            "2 of EUR 120.00 paid and without a booking",
            "0 differ",
            "erased again: 1 bookings",
            "who was erased after the backup stays so",
            "recovery point: ",
            "recovery time: ");
  }

  @Test
  void what_is_missing_is_said_in_a_line() {
    assertThat(run("drill", "--jdbc-url", "jdbc:mysql://127.0.0.1:1/x")).isEqualTo(2);
    assertThat(said).contains("--kill and --fresh");
    assertThat(run("restore")).isEqualTo(2);
    assertThat(said).contains("--into");
    assertThat(run()).isEqualTo(2);
    assertThat(run("backup", "--jdbc-url", "jdbc:mysql://127.0.0.1:1/x?user=a&password=canary"))
        .isEqualTo(2);
    assertThat(said).doesNotContain("canary");
  }
}
