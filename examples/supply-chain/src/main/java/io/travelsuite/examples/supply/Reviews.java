package io.travelsuite.examples.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looked at before it was used: the rows of docs/dependencies.md, each {@code
 * group:name}, licences, what for.
 */
record Reviews(Map<String, Set<String>> licencesOf) {

  /** Licences that may be shipped with a closed application, by their names in lists. */
  static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "FreeBSD License", // BSD-2-Clause
          "BSD-3-Clause",
          "The (New) BSD License", // BSD-3-Clause
          "EPL-2.0",
          "Unicode-3.0",
          "Bouncy Castle Licence", // MIT
          "Public Domain",
          "LGPL-2.1-or-later", // optional, and a library of its own
          "LGPL-2.1-only", // beside EPL, to choose from
          "GPL-2.0-with-classpath-exception"); // beside EPL, to choose from

  private static final Pattern ROW =
      Pattern.compile("\\| `([\\w.-]+:[\\w.-]+)` \\| ([^|]+) \\| ([^|]+) \\|");

  static Reviews read(Path file) throws IOException {
    Map<String, Set<String>> reviews = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        reviews.put(row.group(1), new TreeSet<>(List.of(row.group(2).strip().split(", ", -1))));
      }
    }
    return new Reviews(reviews);
  }

  /**
   * What nobody looked at, what has another licence than then, what has one that is not allowed.
   */
  List<String> faults(List<Component> components) {
    Set<String> left = new TreeSet<>(licencesOf.keySet());
    List<String> faults = new ArrayList<>();
    for (Component component : components) {
      left.remove(component.artifact());
      Set<String> reviewed = licencesOf.get(component.artifact());
      Set<String> now = new TreeSet<>(component.licences());
      if (reviewed == null) {
        faults.add(component.artifact() + " has no review: " + String.join(", ", now));
      } else if (!reviewed.equals(now)) {
        faults.add(component.artifact() + " has another licence now: " + String.join(", ", now));
      }
      if (now.isEmpty() || !ALLOWED.containsAll(now)) {
        faults.add(component.artifact() + " has a licence that is not allowed: " + now);
      }
    }
    left.forEach(gone -> faults.add(gone + " has a review and is not used"));
    return faults;
  }
}
