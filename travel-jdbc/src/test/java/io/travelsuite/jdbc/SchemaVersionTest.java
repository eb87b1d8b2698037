package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

  @Test
  void the_version_that_is_verified_is_that_of_the_latest_migration()
      throws IOException, URISyntaxException {
    URI migrations = Objects.requireNonNull(JdbcTravel.class.getResource("migration")).toURI();
    try (Stream<Path> files = Files.list(Path.of(migrations))) {
      List<Integer> versions =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> name.substring(1, name.indexOf("__")))
              .map(Integer::valueOf)
              .sorted()
              .toList();
      assertThat(versions).doesNotHaveDuplicates().last().isEqualTo(Schema.VERSION);
    }
  }
}
