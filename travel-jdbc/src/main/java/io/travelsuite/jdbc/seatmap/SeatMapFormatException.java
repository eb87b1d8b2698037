package io.travelsuite.jdbc.seatmap;

import io.travelsuite.TravelException;
import java.io.Serial;
import java.util.List;

/**
 * A text that is not the seat map it should be. Its message lists the problems, one a line: the
 * place in the document as a JSON pointer (RFC 6901) or, where it is no JSON, as line and column,
 * the rule, and the value met.
 */
public final class SeatMapFormatException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** One a place. */
  private final List<String> problems;

  SeatMapFormatException(List<String> problems) {
    super(String.join("\n", problems), null);
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return what is wrong, in the order in which it was met; at most 100, then a last line that
   * says how many more there are}
   */
  public List<String> problems() {
    return problems;
  }
}
