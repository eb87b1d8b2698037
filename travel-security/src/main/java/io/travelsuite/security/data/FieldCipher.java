package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.OptionalInt;

/**
 * Seals texts of single columns with AES-256-GCM (NIST SP 800-38D), each for its place alone: the
 * operator, table, column and row are authenticated with it, so that a ciphertext that somebody
 * copies to another place is refused there.
 *
 * <p>A sealed field has {@value #OVERHEAD} bytes more than its text in UTF-8: version 1 (1 byte),
 * the key's number (4), the nonce (12), the ciphertext and the tag (16). Version and number are
 * authenticated too. How long a text is can be seen; whether two texts are equal can't.
 *
 * <p><b>Nonces.</b> Each is 96 bits by chance, of the platform's {@link SecureRandom}; GCM loses
 * its secrecy and its authenticity when one comes again under the same key. For n fields of a key
 * that is below n²/2<sup>97</sup>: NIST SP 800-38D, section 8.3, ends a key after 2<sup>32</sup>
 * messages, where it is 2<sup>-33</sup>. Here a key belongs to one person, with a few fields for
 * each booking: for 2<sup>16</sup> of them it is 2<sup>-65</sup>. A key object refuses to seal
 * after {@link DataKey#MOST_SEALS}. Counters were not taken: a process that is restored from a
 * snapshot, or a second one, would count the same again.
 *
 * <p>Thread-safe.
 */
public final class FieldCipher {

  /** Bytes that a sealed field has beside its text. */
  public static final int OVERHEAD = SealedForm.OVERHEAD;

  /** Bytes that a text has at most, in UTF-8. */
  public static final int MOST_BYTES = 1 << 20;

  private final SecureRandom random = new SecureRandom();

  /** A cipher; one for an application is enough. */
  public FieldCipher() {}

  /**
   * Seals a text.
   *
   * @param key the current one of its subject
   * @param place where it will stand
   * @param text up to {@value #MOST_BYTES} bytes in UTF-8; may be empty
   * @return the sealed field
   */
  public byte[] seal(DataKey key, FieldPlace place, String text) {
    byte[] plain = text.getBytes(UTF_8);
    unless(plain.length <= MOST_BYTES, "text", plain.length + " bytes", "must be 1 MiB at most");
    key.countSeal();
    byte[] nonce = new byte[Aead.NONCE_BYTES];
    random.nextBytes(nonce);
    SealedForm form = SealedForm.forText(key.id(), nonce, plain.length);
    Aead.seal(key.key(), place.associated(key.id()), plain, form.slot());
    return form.slot().in();
  }

  /**
   * Opens a sealed field.
   *
   * @param keys all of its subject
   * @param place where it stands
   * @param bytes the field
   * @return its text
   * @throws UnreadableFieldException if it does not open there with these keys
   */
  public String open(DataKeys keys, FieldPlace place, byte[] bytes) {
    SealedForm form = SealedForm.read(bytes);
    DataKey key = form == null ? null : keys.find(form.keyId()).orElse(null);
    if (form == null || key == null) {
      throw new UnreadableFieldException(place);
    }
    byte[] text = Aead.open(key.key(), place.associated(key.id()), form.slot());
    if (text == null) {
      throw new UnreadableFieldException(place);
    }
    return new String(text, UTF_8);
  }

  /**
   * Tells which key a field was sealed with, without opening it: nothing vouches for it yet.
   *
   * @param bytes the field
   * @return the key's number, or empty when it has not the form of one
   */
  public static OptionalInt keyId(byte[] bytes) {
    SealedForm form = SealedForm.read(bytes);
    return form == null ? OptionalInt.empty() : OptionalInt.of(form.keyId());
  }
}
