package io.travelsuite.security.readiness;

import java.time.Duration;

/**
 * A pool of connections.
 *
 * @param size the most connections of a process
 * @param connectWithin how long a caller waits for one, zero for ever
 * @param lifetime after which a connection is closed, zero for never
 * @param leakAfter after which one that is not given back is told, zero for never
 */
public record PoolSetup(int size, Duration connectWithin, Duration lifetime, Duration leakAfter) {}
