package io.travelsuite.security.key;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.SecretVersions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The root secret of an application, and the one before it. Nothing is signed by a root: each
 * purpose has a key of its own, made by HKDF with SHA-256 (RFC 5869), so that what was signed for
 * one purpose is worth nothing for another, and a key that leaks tells nothing of the root.
 *
 * <p>Rotated without a restart: {@link #rotate} makes the current root the previous one. Signatures
 * are made by the current root, and verified by both. Thread-safe.
 */
public final class SigningKeys {

  /** Bytes that a root has at least. */
  public static final int LEAST_BYTES = 32;

  /** Random bytes have more, all but never; hexadecimal digits of such have 10 to 16. */
  private static final int LEAST_DISTINCT = 10;

  private static final Pattern PURPOSE = Pattern.compile("[a-z0-9.-]{1,64}");

  /** What roots begin with that were meant to be replaced. */
  private static final List<String> PLACEHOLDERS =
      List.of("django-insecure", "insecure", "changeme", "change-me", "change_me", "secret");

  private volatile Roots roots;

  /** What is signed by, and what was before it. */
  record Roots(Secret current, @Nullable Secret previous) {}

  private SigningKeys(Roots roots) {
    this.roots = roots;
  }

  /**
   * Keys from one root.
   *
   * @param root at least 32 bytes by chance, for example {@code openssl rand -base64 32}
   * @return the keys
   * @throws io.travelsuite.InvalidRequestException if the root is short, has fewer than 10 distinct
   *     bytes, or begins as a placeholder does; the message does not show it
   */
  public static SigningKeys of(Secret root) {
    return new SigningKeys(new Roots(strong(root), null));
  }

  /**
   * Keys from a root and the one before it.
   *
   * @param root what is signed by; as for {@link #of(Secret)}
   * @param previous what is verified by as well; as for {@link #of(Secret)}
   * @return the keys
   */
  public static SigningKeys of(Secret root, Secret previous) {
    return new SigningKeys(new Roots(strong(root), strong(previous)));
  }

  /**
   * Keys from a root that may be in the middle of its rotation.
   *
   * @param root what is signed by, and what is verified by as well; as for {@link #of(Secret)}
   * @return the keys
   */
  public static SigningKeys of(SecretVersions root) {
    Secret previous = root.previous();
    return previous == null ? of(root.current()) : of(root.current(), previous);
  }

  private static Secret strong(Secret root) {
    byte[] bytes = root.bytes();
    unless(bytes.length >= LEAST_BYTES, "root", root, "must have 32 bytes or more");
    long distinct = new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    unless(distinct >= LEAST_DISTINCT, "root", root, "must be made by chance");
    String text = root.text().toLowerCase(Locale.ROOT);
    boolean placeholder = PLACEHOLDERS.stream().anyMatch(text::startsWith);
    unless(!placeholder, "root", root, "must not be a placeholder");
    return root;
  }

  /**
   * Signs by another root from now on; what the current one signed stays good until the next
   * rotation. Does nothing when that root is the current one.
   *
   * @param root the next; as for {@link #of(Secret)}
   */
  public synchronized void rotate(Secret root) {
    if (!roots.current().equals(root)) {
      roots = new Roots(strong(root), roots.current());
    }
  }

  /**
   * What signs for a purpose; follows each rotation.
   *
   * @param purpose what for, 1 to 64 of {@code a–z 0–9 . -}, for example {@code csrf}: each its own
   * @return the signer
   */
  public Signer signer(String purpose) {
    unless(
        PURPOSE.matcher(purpose).matches(), "purpose", purpose, "must be 1 to 64 of a-z 0-9 . -");
    return new Signer(this, purpose);
  }

  Roots roots() {
    return roots;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "SigningKeys[hidden]";
  }
}
