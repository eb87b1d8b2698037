package io.travelsuite.examples.gtfs;

/** Runs from when it is made. */
final class Stopwatch {

  private final long begun = System.nanoTime();

  /** So far, more than 0. */
  double seconds() {
    return Math.max(1, System.nanoTime() - begun) / 1e9;
  }
}
