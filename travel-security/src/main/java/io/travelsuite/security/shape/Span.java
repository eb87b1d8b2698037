package io.travelsuite.security.shape;

/**
 * A part of a text.
 *
 * @param from its first character
 * @param to behind its last character
 * @param kind what it is
 */
public record Span(int from, int to, String kind) {}
