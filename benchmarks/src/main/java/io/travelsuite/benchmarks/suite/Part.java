package io.travelsuite.benchmarks.suite;

/** A part of the program. */
enum Part {
  POOLS,
  LOCKING,
  BULK,
  REFUSALS,
  NEIGHBOUR,
  RATES,
  ON_SALE,
  GROWTH,
  REPLAY,
  SEARCH,
  WEBHOOKS,
  OUTBOX,
  PERSONAL,
  MICRO
}
