package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

  private static final String CANARY = "canary-2c91";
  private static final DumpContent CONTENT =
      new DumpContent("11.4.5-MariaDB", 12, new TreeMap<>(Map.of("travel_booking", 3L)));

  @TempDir private Path path;
  private final SteppingClock clock = new SteppingClock();
  private BackupFolder folder;

  @BeforeEach
  void open() {
    folder = BackupFolder.of(path, Samples.ring(), clock);
  }

  private BackupManifest backUp(String text) throws IOException {
    clock.pass(Duration.ofHours(1));
    try (NewBackup backup = folder.begin()) {
      backup.stream().write(text.getBytes(UTF_8));
      return backup.finish(CONTENT);
    }
  }

  private Path file(BackupManifest of, String kind) {
    return path.resolve(of.name() + kind);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(BackupException.class, e -> assertThat(e.refused()).isTrue());
  }

  private static void alter(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void a_backup_is_read_as_it_was_written_and_its_manifest_tells_of_it() throws IOException {
    BackupManifest made = backUp("INSERT");
    assertThat(folder.check(made.name())).isEqualTo(made);
    assertThat(folder.list()).containsExactly(made);
    assertThat(made.content()).isEqualTo(CONTENT);
    assertThat(made.keyId()).isEqualTo("a");
    assertThat(made.dump().bytes()).isEqualTo(6);
    assertThat(made.begunAt()).isEqualTo(clock.instant());
    try (InputStream dump = folder.open(made.name())) {
      assertThat(dump.readAllBytes()).asString(UTF_8).isEqualTo("INSERT");
    }
  }

  @Test
  void nothing_of_a_dump_is_on_disk_in_the_clear_at_any_time() throws IOException {
    try (NewBackup backup = folder.begin()) {
      backup.stream().write((CANARY + " ").repeat(20_000).getBytes(UTF_8));
      assertNoCanary();
      backup.finish(CONTENT);
    }
    assertNoCanary();
  }

  private void assertNoCanary() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(CANARY);
      }
    }
  }

  @Test
  void a_backup_that_was_not_finished_is_none_and_leaves_nothing() throws IOException {
    try (NewBackup backup = folder.begin()) {
      backup.stream().write(new byte[200_000]);
    }
    assertThat(folder.names()).isEmpty();
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void one_byte_that_is_another_in_file_or_manifest_is_refused() throws IOException {
    BackupManifest made = backUp("INSERT INTO travel_booking");
    Path sealed = file(made, BackupFolder.SEALED);
    byte[] whole = Files.readAllBytes(sealed);
    alter(sealed, whole.length - 1);
    assertRefused(() -> folder.check(made.name()));
    Files.write(sealed, whole);
    assertThat(folder.check(made.name())).isEqualTo(made);
    Path manifest = file(made, BackupFolder.MANIFEST);
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"travel_booking\":3", "\"travel_booking\":2"));
    assertRefused(() -> folder.check(made.name()));
    Files.writeString(manifest, text.substring(0, text.length() - 1));
    assertRefused(() -> folder.manifest(made.name()));
  }

  @Test
  void the_file_or_the_manifest_of_another_backup_is_refused() throws IOException {
    BackupManifest first = backUp("one");
    BackupManifest second = backUp("two");
    Files.copy(
        file(first, BackupFolder.SEALED),
        file(second, BackupFolder.SEALED),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(() -> folder.check(second.name()));
    Files.copy(
        file(first, BackupFolder.MANIFEST),
        file(second, BackupFolder.MANIFEST),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(() -> folder.check(second.name()));
  }

  @Test
  void whoever_has_no_key_reads_neither_dump_nor_manifest() throws IOException {
    BackupManifest made = backUp("one");
    BackupFolder stranger =
        BackupFolder.of(path, KeyRing.of("a", Map.of("a", Samples.key(9))), clock);
    assertThatThrownBy(() -> stranger.manifest(made.name()))
        .isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(() -> stranger.open(made.name()))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void when_one_was_restored_is_known_until_somebody_alters_it() throws IOException {
    BackupManifest made = backUp("one");
    assertThat(folder.lastRestored()).isEmpty();
    folder.restored(made.name());
    assertThat(folder.lastRestored()).contains(clock.instant());
    alter(path.resolve(BackupFolder.RESTORED), 12);
    assertRefused(folder::lastRestored);
  }

  @Test
  void what_retention_does_not_keep_is_deleted_with_its_manifest() throws IOException {
    BackupManifest early = backUp("one");
    BackupManifest late = backUp("two");
    assertThat(folder.prune(new BackupRetention(1, 0, 0))).containsExactly(early.name());
    assertThat(folder.names()).containsExactly(late.name());
    assertThat(file(early, BackupFolder.SEALED)).doesNotExist();
  }

  @Test
  void a_name_leads_nowhere_else() {
    assertThatThrownBy(() -> folder.open("../../etc/passwd")).isInstanceOf(BackupException.class);
    assertThatThrownBy(() -> folder.manifest("20261127T020000000Z"))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("no backup");
  }
}
