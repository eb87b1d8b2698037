package io.travelsuite.notify.template;

import io.travelsuite.TravelException;
import java.io.Serial;
import java.util.List;

/** Templates that would fail when a message is due; all that is wrong with them at once. */
public final class TemplateException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong, each by file, line and name. */
  private final List<String> problems;

  TemplateException(List<String> problems) {
    super("mend these templates:\n" + String.join("\n", problems), null);
    this.problems = List.copyOf(problems);
  }

  /** {@return what is wrong, such as {@code he/words.properties:12: no name "bookng"}} */
  public List<String> problems() {
    return problems;
  }
}
