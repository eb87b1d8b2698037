package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys that encrypt keys, on this machine: of a file, a keystore, or {@code Secrets}. One is the
 * current one; the others stay for what they wrapped, until that is wrapped anew ({@link
 * KeyRewrap}).
 *
 * <p>AES-256-GCM, the nonce by chance; a key of the ring wraps less than 2<sup>32</sup> data keys
 * (NIST SP 800-38D, section 8.3). Immutable; thread-safe.
 */
public final class KeyRing implements KeyEncryption {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String current;
  private final Map<String, Secret> keys;
  private final LocalWrapping wrapping = new LocalWrapping();

  private KeyRing(String current, Map<String, Secret> keys) {
    keys.forEach(KeyRing::check);
    unless(keys.containsKey(current), "current", current, "must be one of the keys");
    this.current = current;
    this.keys = Map.copyOf(keys);
  }

  private static void check(String id, Secret key) {
    unless(ID.matcher(id).matches(), "id", id, "must be 1 to 64 of A-Z a-z 0-9 . _ -");
    int length = key.bytes().length;
    unless(length == Aead.KEY_BYTES, "key " + id, "(hidden)", "must have 32 bytes");
  }

  /**
   * A ring of known keys.
   *
   * @param current the id of the one that wraps
   * @param keys all, by id (1 to 64 of {@code A–Z a–z 0–9 . _ -}); 32 bytes each, made by chance
   * @return the ring
   */
  public static KeyRing of(String current, Map<String, Secret> keys) {
    return new KeyRing(current, keys);
  }

  /**
   * Reads a ring from a file: a line for each key, {@code id base64}, the current one first; empty
   * lines and those that begin with {@code #} are passed over.
   *
   * @param file up to 64 KiB, readable by its owner alone where the file system can tell
   * @return the ring
   * @throws io.travelsuite.InvalidRequestException if the file is of another form, or others may
   *     read it; the message shows a line's number, never the line
   */
  public static KeyRing read(Path file) {
    Map<String, Secret> keys = KeyRingFile.read(file);
    return new KeyRing(keys.keySet().iterator().next(), keys);
  }

  /**
   * Takes every secret key of a keystore, by its alias (PKCS #12 keeps aliases in small letters).
   *
   * @param keystore a loaded one, whose secret keys are AES with 256 bits
   * @param password of the keystore and its keys
   * @param current the alias of the one that wraps
   * @return the ring
   * @throws KeyUnavailableException if a key can't be read with that password
   */
  public static KeyRing of(KeyStore keystore, Secret password, String current) {
    Map<String, Secret> keys = new LinkedHashMap<>();
    try {
      for (String alias : Collections.list(keystore.aliases())) {
        if (keystore.entryInstanceOf(alias, KeyStore.SecretKeyEntry.class)) {
          Key key = keystore.getKey(alias, password.text().toCharArray());
          keys.put(alias, Secret.of(key.getEncoded()));
        }
      }
    } catch (GeneralSecurityException unreadable) {
      throw new KeyUnavailableException("the keystore's keys can't be read", false);
    }
    return new KeyRing(current, keys);
  }

  @Override
  public WrappedKey wrap(Secret key, String context) {
    unless(key.bytes().length == Aead.KEY_BYTES, "key", "(hidden)", "must have 32 bytes");
    return new WrappedKey(current, wrapping.wrap(key(current), key, associated(current, context)));
  }

  @Override
  public Secret unwrap(WrappedKey key, String context) {
    String id = key.wrappedBy();
    return wrapping.unwrap(key(id), key.text(), associated(id, context));
  }

  private Secret key(String id) {
    Secret key = keys.get(id);
    if (key == null) {
      throw new KeyUnavailableException("the key ring has no key " + id, false);
    }
    return key;
  }

  private static byte[] associated(String id, String context) {
    return Parts.of(1, "travelsuite/key-ring", id, context);
  }

  @Override
  public String currentId() {
    return current;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "KeyRing[" + current + "]";
  }
}
