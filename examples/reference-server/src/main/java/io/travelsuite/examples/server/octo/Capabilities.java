package io.travelsuite.examples.server.octo;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities of a request: those that it asks for and that are offered here.
 *
 * @param names their names
 */
record Capabilities(List<String> names) {

  static final String HEADER = "Octo-Capabilities";
  static final String PRICING = "octo/pricing";
  static final String CONTENT = "octo/content";

  private static final List<String> OFFERED = List.of(PRICING, CONTENT);

  static Capabilities of(@Nullable String header) {
    List<String> asked =
        header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
    return new Capabilities(OFFERED.stream().filter(asked::contains).toList());
  }

  boolean pricing() {
    return names.contains(PRICING);
  }

  boolean content() {
    return names.contains(CONTENT);
  }

  /** What the answer's header says. */
  String header() {
    return String.join(", ", names);
  }
}
