package io.travelsuite.jdbc.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.jdbc.backup.DatabaseAccess.Encryption;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.backup.BackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseToolsTest extends BackupSuite {

  private static final String PASSWORD = "pass\"word \\ # canary";

  /** A program of our own in place of the server's. */
  private List<String> program(String body) throws IOException {
    Path script = Files.writeString(path.resolve("tool.sh"), "#!/bin/sh\n" + body + "\n");
    return List.of("sh", script.toString());
  }

  private Database with(Secret password) {
    DatabaseAccess real = database.access();
    return new Database(
        database.dataSource(),
        new DatabaseAccess(
            real.host(), real.port(), real.database(), real.user(), password, Encryption.NONE));
  }

  private JdbcBackup dumpingBy(List<String> program) {
    return JdbcBackup.of(new DatabaseTools(program, tools.client()), folder);
  }

  @Test
  void no_password_is_on_the_command_line_or_in_the_environment() throws IOException {
    Path seen = path.resolve("seen");
    String spying =
        """
        if [ "$1" = --version ]; then echo "mysqldump Ver 9"; exit; fi
        { echo "$@"; env; } >'%s'
        file="${1#--defaults-file=}"
        { ls -ld "$(dirname "$file")"; cat "$file"; } >'%s.options'
        """
            .formatted(seen, seen);
    dumpingBy(program(spying)).make(with(Secret.of(PASSWORD)));
    assertThat(Files.readString(seen))
        .contains("--defaults-file=", "--single-transaction", "--set-gtid-purged=OFF")
        .doesNotContain("canary");
    assertThat(Files.readString(Path.of(seen + ".options")))
        .startsWith("drwx------")
        .contains("password=\"pass\\\"word \\\\ # canary\"");
    String file = Files.readString(seen).split("--defaults-file=", -1)[1].split(" ", -1)[0];
    assertThat(Path.of(file)).doesNotExist();
    assertThat(Path.of(file).getParent()).doesNotExist();
  }

  @Test
  void a_password_that_is_wrong_is_told_by_the_errors_number_alone() {
    assertThatThrownBy(() -> backups.make(with(Secret.of(PASSWORD))))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("(error 1045)")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining(database.access().user() + "@");
    assertThat(folder.names()).isEmpty();
  }

  @Test
  void a_program_that_is_missing_is_told_with_what_to_install() {
    JdbcBackup without = JdbcBackup.of(DatabaseTools.on("/nowhere"), folder);
    assertThatThrownBy(() -> without.make(database))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("mysqldump can't be run: install");
  }

  @Test
  void a_dump_that_breaks_off_leaves_no_backup() throws IOException {
    String breaking =
        """
        if [ "$1" = --version ]; then echo "mysqldump Ver 9"; exit; fi
        echo 'INSERT INTO `a` VALUES (1);'
        echo "mysqldump: Error 2013: Lost connection to server during query: 'canary'" >&2
        exit 3
        """;
    assertThatThrownBy(() -> dumpingBy(program(breaking)).make(database))
        .isInstanceOf(BackupException.class)
        .hasMessageEndingWith("ended with 3 (error 2013)");
    assertThat(folder.names()).isEmpty();
    assertThat(path.toFile().list()).containsExactly("tool.sh");
  }

  @Test
  void an_access_is_read_of_a_url_and_shows_no_password() {
    DatabaseAccess access =
        DatabaseAccess.of(
            "jdbc:mysql://db.example:3307/shop?user=app&password=a%26b&sslMode=VERIFY_CA");
    assertThat(access.port()).isEqualTo(3307);
    assertThat(access.password().text()).isEqualTo("a&b");
    assertThat(access.encryption()).isEqualTo(Encryption.VERIFIED);
    assertThat(access).hasToString("DatabaseAccess[db.example:3307/shop]");
    assertThat(DatabaseAccess.of("jdbc:mysql://db/shop?user=a&password=b").port()).isEqualTo(3306);
    for (String bad : List.of("jdbc:postgresql://a/b?user=c", "jdbc:mysql://a/b?user=canary")) {
      assertThatThrownBy(() -> DatabaseAccess.of(bad))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void a_value_that_would_begin_another_option_is_refused() {
    assertThatThrownBy(() -> with(Secret.of("a\nssl-mode=DISABLED")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> DatabaseAccess.of("jdbc:mysql://a/b?user=c%0Ad&password=e"))
        .isInstanceOf(InvalidRequestException.class);
  }
}
