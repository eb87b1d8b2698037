package io.travelsuite.jdbc;

/**
 * A column of the library's tables that may tell of a person.
 *
 * @param table its table
 * @param column its name
 * @param dataClass the class of data, in the words of retention policies: {@code contact}, {@code
 *     trip}, {@code payment}, {@code request} or {@code access}
 * @param protection how it is protected
 * @param purpose what it is kept for
 */
public record PersonalColumn(
    String table, String column, String dataClass, Protection protection, String purpose) {

  /** How a column is protected. */
  public enum Protection {
    /** Sealed by a key of the person, or a key that is wrapped: unreadable once it is destroyed. */
    SEALED,
    /** Plain, and empty where keys are configured; taken away at an erasure. */
    UNSEALED,
    /** A hash by a key that the database does not have. */
    KEYED_HASH,
    /** A hash without a key: who guesses what was hashed can tell. Its rows are purged. */
    DIGEST,
    /** An id, which tells of nobody once the person is erased. */
    REFERENCE,
    /** Plain, and taken away at an erasure. */
    ANONYMISED,
    /** Plain until its rows are purged. */
    PURGED
  }
}
