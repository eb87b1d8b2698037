package io.travelsuite.examples.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as they are published, of what this library is or might be made of. */
class RealAdvisoriesTest {

  private static final Path RECORDS = Path.of("src/test/resources/osv");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<Advisory> all() throws IOException {
    try (Stream<Path> files = Files.list(RECORDS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(RealAdvisoriesTest::read)
          .toList();
    }
  }

  private static Advisory read(Path file) {
    try {
      return new Advisory(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Component component(String artifact, String version) {
    String[] names = artifact.split(":", -1);
    return new Component(names[0], names[1], version, "", Set.of());
  }

  /** The ids of what affects an artifact, each with the version that is sound again. */
  private static String found(String artifact, String version) throws IOException {
    Component component = component(artifact, version);
    TreeSet<String> ids = new TreeSet<>();
    for (Advisory advisory : all()) {
      if (advisory.affects(component)) {
        ids.add(advisory.id() + ">" + advisory.fixedIn(component).orElse("none"));
      }
    }
    return String.join(" ", ids);
  }

  @ParameterizedTest
  @CsvSource({
    // two ranges, and the first of the later series is affected as well
    "com.fasterxml.jackson.core:jackson-databind, 2.12.6, GHSA-57j2-w4cx-62h2>2.12.6.1 GHSA-rgv9-q543-rqg4>2.13.4",
    "com.fasterxml.jackson.core:jackson-databind, 2.12.6.1, GHSA-rgv9-q543-rqg4>2.13.4",
    "com.fasterxml.jackson.core:jackson-databind, 2.13.2, GHSA-57j2-w4cx-62h2>2.13.2.1 GHSA-rgv9-q543-rqg4>2.13.4",
    "com.fasterxml.jackson.core:jackson-databind, 2.13.3, GHSA-rgv9-q543-rqg4>2.13.4",
    "com.fasterxml.jackson.core:jackson-databind, 2.13.4, ''",
    "com.fasterxml.jackson.core:jackson-databind, 2.23.0, ''",
    "com.mysql:mysql-connector-j, 8.1.0, GHSA-m6vm-37g8-gqvh>8.2.0",
    "com.mysql:mysql-connector-j, 9.7.0, ''",
    "ch.qos.logback:logback-classic, 1.2.12, GHSA-vmq6-5m68-f53m>1.2.13",
    "ch.qos.logback:logback-classic, 1.2.13, ''",
    "ch.qos.logback:logback-classic, 1.3.0, GHSA-vmq6-5m68-f53m>1.3.12",
    "ch.qos.logback:logback-classic, 1.4.11, GHSA-vmq6-5m68-f53m>1.4.12",
    "ch.qos.logback:logback-classic, 1.6.6, ''",
    "ch.qos.logback:logback-core, 1.2.8, GHSA-668q-qrv7-99fm>1.2.9 GHSA-vmq6-5m68-f53m>1.2.13",
    "com.google.protobuf:protobuf-java, 3.25.4, GHSA-735f-pc8j-v9w8>3.25.5",
    "com.google.protobuf:protobuf-java, 4.27.4, GHSA-735f-pc8j-v9w8>4.27.5",
    "com.google.protobuf:protobuf-java, 4.27.5, ''",
    "com.google.protobuf:protobuf-java, 4.28.0, GHSA-735f-pc8j-v9w8>4.28.2",
    // written as Ruby writes it, 4.28.0.rc.1, which to Maven is after the candidates
    "com.google.protobuf:protobuf-java, 4.28.0-RC2, ''",
    "com.google.protobuf:protobuf-java, 4.28.2, ''",
    "org.bouncycastle:bcprov-jdk18on, 1.77, GHSA-8xfc-gm6g-vgpv>1.78",
    "org.bouncycastle:bcprov-jdk18on, 1.87, ''",
    // the last affected one is, and nothing is told that would be sound
    "log4j:log4j, 1.2.17, GHSA-2qrg-x229-3v8q>none",
    "log4j:log4j, 1.1.3, ''",
    "log4j:log4j, 1.3alpha-8, ''",
    "org.zenframework.z8.dependencies.commons:log4j-1.2.17, 2.0, GHSA-2qrg-x229-3v8q>none",
    "org.zenframework.z8.dependencies.commons:log4j-1.2.17, 2.1, ''",
    // withdrawn
    "org.postgresql:postgresql, 42.7.1, ''",
  })
  void versions_are_judged_as_the_records_say(String artifact, String version, String expected)
      throws IOException {
    assertThat(found(artifact, version)).isEqualTo(expected);
  }

  @Test
  void control_the_withdrawn_record_would_be_told_if_it_were_not() throws IOException {
    Path file = RECORDS.resolve("GHSA-xfg6-62px-cxc2.json");
    String text = Files.readString(file).replace("\"withdrawn\"", "\"was_withdrawn\"");
    Component driver = component("org.postgresql:postgresql", "42.7.1");
    assertThat(read(file).affects(driver)).isFalse();
    assertThat(new Advisory(JSON.readTree(text)).affects(driver)).isTrue();
  }

  @Test
  void every_kind_of_record_is_among_them() throws IOException {
    assertThat(all()).hasSize(9);
    assertThat(all().stream().filter(Advisory::withdrawn)).hasSize(1);
  }
}
