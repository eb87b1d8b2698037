package io.travelsuite.examples.replay;

/**
 * What is replayed into.
 *
 * @param capacities how many rooms each hotel has
 * @param combining whether calls that wait are decided together, as the library does by default
 */
record ReplaySettings(Capacities capacities, boolean combining) {}
