package io.travelsuite.security.data;

import io.travelsuite.RefusedException;
import java.util.Map;

/** What {@link PersonalData#seal} answers: {@link Sealed} or {@link Erased}. */
public sealed interface SealResult permits SealResult.Sealed, SealResult.Erased {

  /**
   * The sealed fields.
   *
   * @param fields by column
   */
  record Sealed(Map<String, byte[]> fields) implements SealResult {

    /** Copies the map. */
    public Sealed {
      fields = Map.copyOf(fields);
    }
  }

  /** The subject was erased: nothing is sealed for it any more. */
  record Erased() implements SealResult {}

  /**
   * Throws unless the fields were sealed.
   *
   * @return the fields, by column
   * @throws RefusedException if the subject was erased
   */
  default Map<String, byte[]> orElseThrow() {
    if (this instanceof Sealed bytes) {
      return bytes.fields();
    }
    throw new RefusedException(this);
  }
}
