package io.travelsuite.security.input;

import java.util.Map;

/** What came of checking an input. */
public sealed interface Checked permits Checked.Accepted, Violations {

  /**
   * Every field is as its rule says, and there is no other.
   *
   * @param values the input
   */
  record Accepted(Map<String, Object> values) implements Checked {

    /** A text that tells no value. */
    @Override
    public String toString() {
      return "Accepted" + values.keySet();
    }
  }
}
