package io.travelsuite.security.input;

/**
 * One field that is wrong. Never holds the value.
 *
 * @param pointer where it is, a JSON Pointer (RFC 6901): {@code /guests/0/email}
 * @param code a stable name of what is wrong: {@code required}, {@code unknown}, {@code
 *     card_number}, or the kind of the field: {@code email}, {@code text}
 * @param detail what it must be, for people
 */
public record Violation(String pointer, String code, String detail) {}
