package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same: SHA-256 over their canonical fields, never over JSON bytes,
 * where order, spaces and {@code 1.0} for {@code 1} would make a difference. Immutable.
 *
 * <p>When what belongs to a request changes, give the fields another version, and keep the earlier
 * form beside it as long as keys of it are retained: {@code Fingerprint.of(2,
 * now).or(Fingerprint.of(1, before))}.
 *
 * @param version of the choice of fields, the host's own: 1 to 1,000,000
 * @param sha256 in hexadecimal
 * @param earlier the same request's fingerprint of an earlier version, or null
 */
public record Fingerprint(int version, String sha256, @Nullable Fingerprint earlier) {

  private static final int MOST_EARLIER = 10;

  /** Checks the form. */
  public Fingerprint {
    unless(version >= 1 && version <= 1_000_000, "version", version, "must be 1 to 1,000,000");
    unless(sha256.matches("[0-9a-f]{64}"), "sha256", sha256, "must be 64 hexadecimal digits");
    int count = 0;
    for (Fingerprint one = earlier; one != null; one = one.earlier) {
      unless(++count <= MOST_EARLIER, "earlier", count, "must be at most " + MOST_EARLIER);
    }
  }

  /**
   * {@return the fingerprint of some fields}
   *
   * @param version of the choice of fields: 1 to 1,000,000
   * @param fields by name. Values are texts, whole or decimal numbers (compared by value),
   *     booleans, enums, UUIDs, instants, bytes, null, lists (in order) and maps from texts (in any
   *     order), up to 32 deep
   */
  public static Fingerprint of(int version, Map<String, ? extends @Nullable Object> fields) {
    return new Fingerprint(version, HexFormat.of().formatHex(CanonicalFields.sha256(fields)), null);
  }

  /**
   * {@return the same, which also matches keys used with an earlier version}
   *
   * @param before the same request's fingerprint of an earlier version, at most 10 in a chain
   */
  public Fingerprint or(Fingerprint before) {
    return new Fingerprint(version, sha256, earlier == null ? before : earlier.or(before));
  }

  /**
   * {@return whether it is the same request: the same digest of the same version}
   *
   * @param storedVersion of the key's first request
   * @param storedSha256 of the key's first request, in hexadecimal
   */
  public boolean matches(int storedVersion, String storedSha256) {
    return (version == storedVersion && sha256.equals(storedSha256))
        || (earlier != null && earlier.matches(storedVersion, storedSha256));
  }
}
