package io.travelsuite.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleLimitsTest {

  private static final String MAIN = "m/src/main/java/a/A.java";
  private static final SourceFile MARKED =
      SourceFile.of("m/src/main/java/a/package-info.java", "@NullMarked package a;");

  @Test
  void every_source_of_every_module_keeps_the_limits() throws IOException {
    List<SourceFile> files = SourceFile.ofRepository();

    assertThat(files).anyMatch(file -> file.holds(StyleLimitsTest.class.getName()));
    assertThat(files).filteredOn(SourceFile::isMain).hasSizeGreaterThan(5);
    assertThat(String.join("\n", StyleLimits.violations(files))).isEmpty();
  }

  @Test
  void what_is_just_within_the_limits_passes() throws IOException {
    assertThat(
            violations(MAIN, "class A { void f(int a, int b, int c, int d) {" + lines(29) + "} }"))
        .isEmpty();
    assertThat(violations(MAIN, "class A {" + lines(299) + "}")).isEmpty();
    assertThat(violations(MAIN, "class Database { class Utilisation {} class Baseline {} }"))
        .isEmpty();
    assertThat(violations(MAIN, "record A(int a, int b, int c, int d, int e) { A {} }")).isEmpty();
    assertThat(
            violations(
                MAIN,
                "record A(int a, int b, int c, int d, int e) {"
                    + " static int s; A(int a, int b, int c, int d, int e) {} }"))
        .isEmpty();
    assertThat(
            violations(
                MAIN, "class A { void f() { Instant.now(clock); LocalDate.now(clock()); } }"))
        .isEmpty();
  }

  @Test
  void a_file_that_is_too_long_is_caught() throws IOException {
    assertThat(violations(MAIN, "class A {" + lines(300) + "}"))
        .containsExactly(MAIN + ":301 301 lines in the file, 300 at most");
  }

  @Test
  void a_method_that_is_too_long_is_caught_annotations_not_counted() throws IOException {
    String method =
        "@Test\n@Csv({\n})\n void f() {" + lines(15) + "run(() -> {" + lines(15) + "});}";
    assertThat(violations(MAIN, "class A {\n" + method + "}"))
        .containsExactly(MAIN + ":5 31 lines in f, 30 at most");
    assertThat(violations(MAIN, "class A { A() {" + lines(30) + "} }"))
        .containsExactly(MAIN + ":1 31 lines in <init>, 30 at most");
  }

  @Test
  void too_many_parameters_are_caught() throws IOException {
    assertThat(violations(MAIN, "interface A {\n void f(int a, int b, int c, int d, int e); }"))
        .containsExactly(MAIN + ":2 5 parameters of f, 4 at most");
    assertThat(violations(MAIN, "class A { int x;\n A(int a, int b, int c, int d, int e) {} }"))
        .containsExactly(MAIN + ":2 5 parameters of <init>, 4 at most");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"StringUtils", "UtilOfA", "TravelImpl", "HTTPHelper", "BaseA", "ABase", "CommonA"})
  void a_type_name_that_says_nothing_is_caught(String name) throws IOException {
    assertThat(violations(MAIN, "class A {\n record " + name + "() {} }"))
        .containsExactly(MAIN + ":2 type " + name + " has a name that says nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.util", "a.impl.b", "manager", "a.helper", "a.common", "a.base"})
  void a_package_name_that_says_nothing_is_caught(String name) throws IOException {
    assertThat(violations(MAIN, "\npackage " + name + ";"))
        .containsExactly(MAIN + ":2 package " + name + " has a name that says nothing");
  }

  static Stream<String> clocks() {
    return Stream.of(
        "Instant.now()",
        "java.time.Instant.now()",
        "System.currentTimeMillis()",
        "LocalDate.now()",
        "LocalDateTime.now(ZoneId.of(name))",
        "new Date()",
        "Clock.systemUTC()",
        "f(Instant::now)");
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void another_clock_than_the_databases_is_caught_in_main_code(String call) throws IOException {
    String source = "class A {\n Object o = " + call + "; }";

    assertThat(violations(MAIN, source)).singleElement().asString().startsWith(MAIN + ":2 ");
    assertThat(violations("m/src/test/java/a/A.java", source)).isEmpty();
    SourceFile clock =
        SourceFile.of("m/src/main/java/io/travelsuite/jdbc/DatabaseClock.java", source);
    assertThat(StyleLimits.violations(List.of(clock))).noneMatch(what -> what.contains("clock"));
  }

  @Test
  void a_clock_imported_by_a_static_import_is_caught() throws IOException {
    assertThat(violations(MAIN, "import static java.time.Instant.now;"))
        .containsExactly(MAIN + ":1 java.time.Instant.now reads this machine's clock");
  }

  @Test
  void a_package_that_is_not_null_marked_is_caught() throws IOException {
    String elsewhere = "m/src/main/java/a/b/B.java";
    assertThat(violations(elsewhere, "package a.b; class B {}"))
        .containsExactly(elsewhere + ":1 in a package without @NullMarked package-info.java");
    assertThat(violations("m/src/test/java/a/b/B.java", "package a.b; class B {}")).isEmpty();
    assertThat(violations("m/src/main/java/module-info.java", "module m {}")).isEmpty();
  }

  private static List<String> violations(String path, String text) throws IOException {
    return StyleLimits.violations(List.of(MARKED, SourceFile.of(path, text)));
  }

  private static String lines(int count) {
    return "\n".repeat(count);
  }
}
