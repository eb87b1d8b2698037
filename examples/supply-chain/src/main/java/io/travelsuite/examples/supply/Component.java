package io.travelsuite.examples.supply;

import java.util.Set;

/**
 * An artifact of somebody else's.
 *
 * @param group of its coordinates
 * @param name likewise
 * @param version likewise
 * @param sha256 of its jar; empty when the list has none
 * @param licences as its makers name them: SPDX ids where they are known
 */
record Component(String group, String name, String version, String sha256, Set<String> licences) {

  Component {
    licences = Set.copyOf(licences);
  }

  /** As OSV names packages of Maven. */
  String artifact() {
    return group + ":" + name;
  }

  String coordinates() {
    return artifact() + ":" + version;
  }
}
