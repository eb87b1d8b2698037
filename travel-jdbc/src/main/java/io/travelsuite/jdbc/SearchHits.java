package io.travelsuite.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search came upon.
 *
 * @param found by time, with an entry for each part of a run that is looked for by its stops
 * @param next where the next page begins, or null when there is none
 */
record SearchHits(List<FoundOccurrence> found, @Nullable String next) {}
