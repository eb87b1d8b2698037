package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.examples.database.TestDatabase;

/**
 * What every part of the program works with.
 *
 * @param form how much to measure
 * @param database the server
 * @param pools connections by strategy and load
 * @param results where figures go
 * @param log where progress goes
 */
record Bench(Form form, TestDatabase database, Pools pools, Results results, Log log) {}
