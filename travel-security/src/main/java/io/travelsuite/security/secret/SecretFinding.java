package io.travelsuite.security.secret;

/**
 * What looks like a secret in a place where none may be. Never holds it.
 *
 * @param path the file, from the root of what was scanned
 * @param line the line's number, from 1; in a history the number within the commit's change
 * @param kind what it looks like
 */
public record SecretFinding(String path, int line, String kind) {}
