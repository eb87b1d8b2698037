package io.travelsuite.jdbc.seatmap;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A value of a JSON document that knows where it is. What is not as it should be is reported, and
 * answered as if it were left out, so that one reading finds all problems.
 */
final class Element {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;
  private final String pointer;
  private final Problems problems;

  private Element(JsonNode node, String pointer, Problems problems) {
    this.node = node;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** The whole document; an object, or a problem. */
  static Element document(String json, Problems problems) {
    try {
      Element document = new Element(MAPPER.readTree(json), "", problems);
      if (!document.node.isObject()) {
        document.problem("must be an object");
      }
      return document;
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      String place =
          where == null
              ? "the text"
              : "line " + where.getLineNr() + ", column " + where.getColumnNr();
      problems.add(place, "must be JSON with each name once in its object", e.getOriginalMessage());
      return new Element(MissingNode.getInstance(), "", problems);
    }
  }

  String pointer() {
    return pointer;
  }

  Problems problems() {
    return problems;
  }

  Element at(String field) {
    String escaped = field.replace("~", "~0").replace("/", "~1");
    return new Element(node.path(field), pointer + "/" + escaped, problems);
  }

  /** Whether it is left out, or null. */
  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  /** The items of a list; none when it is left out. */
  List<Element> items() {
    if (!isAbsent() && !node.isArray()) {
      problem("must be a list");
    }
    List<Element> items = new ArrayList<>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      items.add(new Element(node.get(i), pointer + "/" + i, problems));
    }
    return items;
  }

  /** A text, a number being one too where others write either; empty when it is left out. */
  String key() {
    return node.isNumber() ? node.asText() : text("");
  }

  String text(String otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!node.isTextual()) {
      problem("must be a text");
      return otherwise;
    }
    return node.textValue();
  }

  double number(double otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!node.isNumber()) {
      problem("must be a number");
      return otherwise;
    }
    return node.doubleValue();
  }

  int wholeNumber(int otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      problem("must be a whole number");
      return otherwise;
    }
    return node.intValue();
  }

  boolean flag() {
    if (!isAbsent() && !node.isBoolean()) {
      problem("must be true or false");
    }
    return node.booleanValue();
  }

  /** An object of some of these fields. */
  void expectObject(Set<String> known) {
    if (!node.isObject()) {
      problem("must be an object");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                at(name).problem("must not be there (known are " + String.join(", ", known) + ")");
              }
            });
  }

  void expectPresent() {
    if (isAbsent()) {
      problem("must be there");
    }
  }

  void problem(String rule) {
    problems.add(pointer, rule, node.isMissingNode() ? "left out" : node.toString());
  }
}
