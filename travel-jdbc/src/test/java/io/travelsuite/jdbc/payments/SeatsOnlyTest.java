package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.crash.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A host that wants seats only has core and jdbc on its class path, and what these need. */
class SeatsOnlyTest {

  private static String classPath(List<String> without) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> without.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> printed(String classPath) throws IOException {
    try (Fixture fixture = Fixture.create()) {
      List<String> arguments =
          List.of(fixture.schema().jdbcUrl(), fixture.open(2).value().toString());
      try (ChildJvm child = ChildJvm.start(classPath, SeatsOnlyProgram.class, arguments)) {
        assertThat(child.end()).isZero();
        return child.lines();
      }
    }
  }

  @Test
  void core_and_jdbc_alone_run_a_hold() throws IOException {
    List<String> others = List.of("travel-payments", "travel-notify", "travel-security");

    assertThat(printed(classPath(others))).contains(SeatsOnlyProgram.HELD, "seats only");
  }

  @Test
  void control_the_class_path_of_the_tests_has_more() throws IOException {
    assertThat(printed(classPath(List.of("no such module"))))
        .contains(SeatsOnlyProgram.HELD, "payments are on the class path");
  }
}
