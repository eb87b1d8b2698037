package io.travelsuite.benchmarks.locking;

import io.travelsuite.benchmarks.sale.Strategy;

/**
 * One place in the grid of what is compared.
 *
 * @param strategy how seats are sold
 * @param threads callers at the same time
 * @param occurrences departures they choose from
 */
public record Cell(Strategy strategy, int threads, int occurrences) {}
