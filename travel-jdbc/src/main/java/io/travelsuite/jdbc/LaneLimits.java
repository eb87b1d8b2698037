package io.travelsuite.jdbc;

/**
 * The limits of a lane.
 *
 * @param leaders how many lead at a time
 * @param mostBatch how many calls a leader carries out at once
 * @param mostQueued how many calls may wait
 * @param hot how many calls for one departure make it worth a batch of its own
 */
record LaneLimits(int leaders, int mostBatch, int mostQueued, int hot) {}
