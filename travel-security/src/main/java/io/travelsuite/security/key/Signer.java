package io.travelsuite.security.key;

import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies for one purpose, by HMAC with SHA-256 (RFC 2104). Made by {@link
 * SigningKeys#signer}; thread-safe.
 */
public final class Signer {

  /** Bytes of a signature. */
  public static final int BYTES = 32;

  private static final byte[] NO_SALT = {};

  private final SigningKeys keys;
  private final String purpose;
  private volatile Derived derived;

  /** The purpose's keys, of roots that may have been rotated since. */
  private record Derived(SigningKeys.Roots roots, Secret current, @Nullable Secret previous) {}

  Signer(SigningKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
    derived = derive(keys.roots());
  }

  private Derived derive(SigningKeys.Roots roots) {
    Secret before = roots.previous();
    return new Derived(roots, key(roots.current()), before == null ? null : key(before));
  }

  private Secret key(Secret root) {
    byte[] info = ("travelsuite/" + purpose).getBytes(StandardCharsets.UTF_8);
    return Secret.of(Hkdf.derive(root.bytes(), NO_SALT, info, BYTES));
  }

  private Derived now() {
    Derived known = derived;
    SigningKeys.Roots roots = keys.roots();
    if (!known.roots().equals(roots)) {
      known = derive(roots);
      derived = known;
    }
    return known;
  }

  /**
   * Signs. The parts are signed each after its length, so that none can be moved to its neighbour.
   *
   * @param parts what is signed
   * @return the signature, {@value #BYTES} bytes
   */
  public byte[] sign(byte[]... parts) {
    return signature(now().current(), parts);
  }

  /**
   * Signs by every key that is accepted: for looking something up that was stored by its signature.
   *
   * @param parts what is signed, as for {@link #sign}
   * @return the signature by the current key, and behind it that by the previous one if there is
   *     one; {@value #BYTES} bytes each
   */
  public List<byte[]> signatures(byte[]... parts) {
    Derived known = now();
    byte[] current = signature(known.current(), parts);
    Secret before = known.previous();
    return before == null ? List.of(current) : List.of(current, signature(before, parts));
  }

  /**
   * Verifies, by the current key and the previous one, in a time that tells nothing of where a
   * signature differs.
   *
   * @param signature what was presented, of any length
   * @param parts what was signed
   * @return whether it is the parts' signature
   */
  public boolean verify(byte[] signature, byte[]... parts) {
    Derived known = now();
    boolean good = MessageDigest.isEqual(signature(known.current(), parts), signature);
    Secret before = known.previous();
    if (before != null) {
      good |= MessageDigest.isEqual(signature(before, parts), signature);
    }
    return good;
  }

  private static byte[] signature(Secret key, byte[]... parts) {
    Mac mac = Hmac.keyed(Hmac.SHA256, key.bytes());
    for (byte[] part : parts) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        mac.update((byte) (part.length >>> shift));
      }
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "Signer[" + purpose + "]";
  }
}
