package io.travelsuite.security.input;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of what one rule says. */
record ListRule(FieldRule each, int most) implements FieldRule {

  ListRule {
    unless(most >= 1 && most <= 1_000, "most", most, "must be 1 to 1,000");
  }

  @Override
  public List<Violation> check(String pointer, @Nullable Object value) {
    if (!(value instanceof List<?> list) || list.size() > most) {
      return List.of(new Violation(pointer, "list", "must be a list of at most " + most));
    }
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      violations.addAll(each.check(pointer + "/" + i, list.get(i)));
    }
    return violations;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "maxItems", most, "items", each.schema());
  }
}
