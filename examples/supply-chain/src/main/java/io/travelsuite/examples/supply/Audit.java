package io.travelsuite.examples.supply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Components against records of OSV in a folder, one file each: what the archive {@code
 * Maven/all.zip} of osv.dev holds. No network.
 */
final class Audit {

  private final List<Advisory> advisories;

  private Audit(List<Advisory> advisories) {
    this.advisories = advisories;
  }

  /** Of all records of a folder, whatever is below it. */
  static Audit of(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Advisory> advisories = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        advisories.add(new Advisory(mapper.readTree(file.toFile())));
      }
    }
    if (advisories.isEmpty()) {
      throw new IOException(folder + " has no record of OSV");
    }
    return new Audit(advisories);
  }

  int size() {
    return advisories.size();
  }

  /** A line for each component and record that affects it. */
  List<String> faults(List<Component> components) {
    List<String> faults = new ArrayList<>();
    for (Component component : components) {
      for (Advisory advisory : advisories) {
        if (advisory.affects(component)) {
          String fixed = advisory.fixedIn(component).map(in -> ", fixed in " + in).orElse("");
          faults.add(
              component.coordinates()
                  + " is affected by "
                  + advisory.id()
                  + fixed
                  + ": "
                  + advisory.summary());
        }
      }
    }
    return faults;
  }
}
