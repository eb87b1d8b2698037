package io.travelsuite.examples.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hashes that jars must have: a line each, SHA-256 and coordinates. */
record Pins(Map<String, String> byCoordinates) {

  static Pins read(Path file) throws IOException {
    Map<String, String> pins = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length != 2 || !words[0].matches("[0-9a-f]{64}")) {
          throw new IOException(file + " has a line that is no SHA-256 and coordinates");
        }
        pins.put(words[1], words[0]);
      }
    }
    return new Pins(pins);
  }

  static Pins of(List<Component> components) {
    Map<String, String> pins = new TreeMap<>();
    components.forEach(one -> pins.put(one.coordinates(), one.sha256()));
    return new Pins(pins);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# SHA-256 of every jar the library needs at run time, optional ones too.");
    lines.add(
        "# Made by `.ci/supply-chain pin`; read each line that changes before you commit it.");
    byCoordinates.forEach((coordinates, sha256) -> lines.add(sha256 + "  " + coordinates));
    Files.write(file, lines);
  }

  /** What is not pinned, not as it was pinned, or pinned in vain. */
  List<String> faults(List<Component> components) {
    Map<String, String> left = new TreeMap<>(byCoordinates);
    List<String> faults = new ArrayList<>();
    for (Component component : components) {
      String pinned = left.remove(component.coordinates());
      if (pinned == null) {
        faults.add(component.coordinates() + " is not pinned");
      } else if (!pinned.equals(component.sha256())) {
        faults.add(component.coordinates() + " is not the jar that was pinned");
      }
    }
    left.keySet().forEach(gone -> faults.add(gone + " is pinned and not used"));
    return faults;
  }
}
