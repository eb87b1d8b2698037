package io.travelsuite.examples.replay;

/**
 * A replay that went to its end.
 *
 * @param ledger what the library answered
 * @param held how many holds there were
 * @param busy how often a hold had to be tried again
 * @param seconds how long it took, more than 0
 * @param workers how many worked at once
 * @param capacities the rooms of each hotel
 * @param database product and version
 */
record Played(
    Ledger ledger,
    int held,
    int busy,
    double seconds,
    int workers,
    Capacities capacities,
    String database) {}
