package io.travelsuite.style;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules over a set of sources. */
final class StyleLimits {

  private StyleLimits() {}

  /** What is wrong, each with its file and line. */
  static List<String> violations(List<SourceFile> files) throws IOException {
    List<ParsedSource> sources = ParsedSource.parse(files);
    return Stream.of(
            sources.stream().flatMap(source -> ShapeRules.violations(source).stream()),
            sources.stream().flatMap(source -> ClockRules.violations(source).stream()),
            notNullMarked(sources))
        .flatMap(violations -> violations)
        .toList();
  }

  /** The module's annotation would do for the compiler, but not for a reader or the class path. */
  private static Stream<String> notNullMarked(List<ParsedSource> sources) {
    Set<Path> marked =
        sources.stream()
            .filter(source -> source.file().isNamed("package-info.java"))
            .filter(StyleLimits::isNullMarked)
            .map(source -> source.file().folder())
            .collect(Collectors.toSet());
    return sources.stream()
        .filter(source -> source.file().isMain() && !source.file().isNamed("module-info.java"))
        .filter(source -> !marked.contains(source.file().folder()))
        .map(source -> source.violation(1, "in a package without @NullMarked package-info.java"));
  }

  private static boolean isNullMarked(ParsedSource source) {
    return source.tree().getPackageAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().endsWith("NullMarked"));
  }
}
