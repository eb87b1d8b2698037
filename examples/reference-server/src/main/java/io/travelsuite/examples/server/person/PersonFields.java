package io.travelsuite.examples.server.person;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.DataKey;
import io.travelsuite.security.data.DataKeys;
import io.travelsuite.security.data.FieldCipher;
import io.travelsuite.security.data.FieldPlace;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Texts of the server's own rows, sealed each for its place; as text, which tells itself from JSON.
 * Thread-safe.
 */
public final class PersonFields {

  private static final String SEALED = "sealed:";

  private final FieldCipher cipher = new FieldCipher();
  private final DataKey current;
  private final DataKeys all;

  private PersonFields(DataKey current, DataKeys all) {
    this.current = current;
    this.all = all;
  }

  /** Of keys of which the first seals. */
  static PersonFields of(List<byte[]> names, List<byte[]> keys) {
    List<DataKey> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int number = ByteBuffer.wrap(names.get(i)).getInt() & Integer.MAX_VALUE;
      all.add(new DataKey(Math.max(1, number), Secret.of(keys.get(i))));
    }
    return new PersonFields(all.get(0), new DataKeys(all));
  }

  /** {@return whether a stored text is a sealed one} */
  public static boolean isSealed(String stored) {
    return stored.startsWith(SEALED);
  }

  /** {@return whether a stored text is sealed by the key that seals now} */
  public boolean isCurrent(String stored) {
    return isSealed(stored) && FieldCipher.keyId(bytes(stored)).orElse(0) == current.id();
  }

  /**
   * {@return a text sealed}
   *
   * @param place where it will stand
   * @param text up to 1 MiB
   */
  public String seal(FieldPlace place, String text) {
    return SEALED + Base64.getEncoder().encodeToString(cipher.seal(current, place, text));
  }

  /**
   * {@return the text of a stored one}: itself, where it was never sealed
   *
   * @param place where it stands
   * @param stored as it is stored
   */
  public String open(FieldPlace place, String stored) {
    return isSealed(stored) ? cipher.open(all, place, bytes(stored)) : stored;
  }

  private static byte[] bytes(String stored) {
    return Base64.getDecoder().decode(stored.substring(SEALED.length()));
  }
}
