package io.travelsuite.examples.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedMariaDbTest {

  private static final MariaDbRelease RELEASE = MariaDbRelease.onClassPath();

  @TempDir Path shared;
  @TempDir Path first;
  @TempDir Path second;

  @Test
  void what_was_left_half_done_is_unpacked_anew_once_and_each_server_has_data_of_its_own()
      throws IOException {
    Path unpacked = shared.resolve(RELEASE.folder());
    Path left = Files.createDirectories(unpacked.resolve("data")).resolve("left");
    Files.createFile(left);
    assertThat(UnpackedMariaDb.copied(shared, first, RELEASE).getBaseDir().toPath())
        .isEqualTo(unpacked.resolve("base"));
    assertThat(left).doesNotExist();
    Files.createFile(left); // a second time would delete it
    UnpackedMariaDb.copied(shared, second, RELEASE);
    assertThat(left).exists();
    assertThat(first.resolve("data/ibdata1"))
        .hasSameBinaryContentAs(unpacked.resolve("data/ibdata1"));
    assertThat(second.resolve("data/ibdata1")).exists();
  }
}
