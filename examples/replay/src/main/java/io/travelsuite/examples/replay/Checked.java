package io.travelsuite.examples.replay;

import java.util.List;

/**
 * What the checks after a replay came to.
 *
 * @param drift what the library's own check reported
 * @param simulation how it compares with the simulation
 * @param problems what should not be
 */
record Checked(int drift, String simulation, List<String> problems) {}
