package io.travelsuite.examples.server.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.travelsuite.UuidText;
import io.travelsuite.examples.server.edge.RequestBodies;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what forms and links send; what has no form at all is refused. */
final class Forms {

  private static final int MOST_CHARACTERS = 500;
  private static final int MOST_VALUES = 100;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private final Map<String, List<String>> fields;

  private Forms(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** What follows the question mark. */
  static Forms query(Context context) {
    try {
      return new Forms(context.queryParamMap());
    } catch (IllegalArgumentException e) { // a bad escape
      throw new BadRequestResponse();
    }
  }

  /** What a form holds. */
  static Forms form(Context context) {
    try {
      return new Forms(RequestBodies.isForm(context) ? context.formParamMap() : Map.of());
    } catch (IllegalArgumentException e) { // a bad escape
      throw new BadRequestResponse();
    }
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** What was typed, without blanks around it; empty when nothing was. */
  String text(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    String text = values.isEmpty() ? "" : values.get(0).strip();
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
  }

  List<String> texts(String name) {
    return fields.getOrDefault(name, List.of()).stream().limit(MOST_VALUES).distinct().toList();
  }

  /** A number up to 999; what is none is taken for the other. */
  int number(String name, int otherwise) {
    String text = text(name);
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : otherwise;
  }

  /** Whether something was typed that is no number. */
  boolean isNoNumber(String name) {
    return has(name) && !NUMBER.matcher(text(name)).matches();
  }

  /** An id of the path; what has not its form is as good as none. */
  static UUID id(Context context, String name) {
    return UuidText.parse(context.pathParam(name)).orElseThrow(NotFoundResponse::new);
  }

  static boolean isId(String text) {
    return UuidText.parse(text).isPresent();
  }
}
