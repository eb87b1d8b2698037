package io.travelsuite.security.data;

import io.travelsuite.RefusedException;
import java.util.Map;

/** What {@link PersonalData#open} answers: {@link Opened} or {@link Erased}. */
public sealed interface OpenResult permits OpenResult.Opened, OpenResult.Erased {

  /**
   * The texts.
   *
   * @param texts by column
   */
  record Opened(Map<String, String> texts) implements OpenResult {

    /** Copies the texts. */
    public Opened {
      texts = Map.copyOf(texts);
    }

    /** Shows no text. */
    @Override
    public String toString() {
      return "Opened" + texts.keySet();
    }
  }

  /** The keys of the subject were destroyed, or are not there: nobody can read the fields. */
  record Erased() implements OpenResult {}

  /**
   * Throws unless the fields were opened.
   *
   * @return the texts, by column
   * @throws RefusedException if they were erased
   */
  default Map<String, String> orElseThrow() {
    if (this instanceof Opened opened) {
      return opened.texts();
    }
    throw new RefusedException(this);
  }
}
