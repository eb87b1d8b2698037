package io.travelsuite.security.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * All that is wrong with an input, at once. (The event of the log is {@code
 * input_validation_fail}.)
 *
 * @param violations at least one; the first 100
 */
public record Violations(List<Violation> violations) implements Checked {

  /** The media type of {@link #problem}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The status to answer with: it was understood, and can't be carried out. */
  public static final int STATUS = 422;

  private static final int MOST = 100;

  /** Keeps the first 100. */
  public Violations {
    violations = List.copyOf(violations.subList(0, Math.min(MOST, violations.size())));
  }

  /**
   * {@return a problem document (RFC 9457) with an {@code errors} member, as in the example of its
   * section 3}
   */
  public String problem() {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "about:blank").put("title", "Unprocessable Content").put("status", STATUS);
    problem.put("detail", violations.size() + " of the fields are not as they must be");
    ArrayNode errors = problem.putArray("errors");
    for (Violation violation : violations) {
      errors
          .addObject()
          .put("pointer", "#" + violation.pointer())
          .put("code", violation.code())
          .put("detail", violation.detail());
    }
    return problem.toString();
  }
}
