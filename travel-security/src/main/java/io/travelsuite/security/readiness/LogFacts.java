package io.travelsuite.security.readiness;

/**
 * The logging as it is set up.
 *
 * @param redacts whether every appender writes redacted events
 * @param rotates whether files are rotated
 * @param mostBytes the most bytes of all files, 0 for any
 * @param debug whether the root logger is at DEBUG or below
 * @param structured whether lines are JSON
 */
public record LogFacts(
    boolean redacts, boolean rotates, long mostBytes, boolean debug, boolean structured) {}
