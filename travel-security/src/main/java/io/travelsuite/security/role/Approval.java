package io.travelsuite.security.role;

/**
 * That a second person has looked at an action and wants it done; the host keeps it from when they
 * said so, and hands it in once.
 *
 * @param by who; their roles as they are now
 * @param action what they saw: the very same, to the cent
 */
public record Approval(Actor by, Action action) {}
