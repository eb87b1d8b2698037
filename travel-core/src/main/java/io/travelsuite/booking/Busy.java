package io.travelsuite.booking;

import java.time.Duration;

/**
 * Too many callers want the same at once, and every retry met another. Nothing was taken.
 *
 * @param retryAfter when to try again
 */
public record Busy(Duration retryAfter) implements Refusal, HoldResult {}
