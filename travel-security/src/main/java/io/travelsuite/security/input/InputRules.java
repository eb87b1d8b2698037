package io.travelsuite.security.input;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an input must be: its fields, and no others (what a form does not have, nobody sets). Each
 * method gives a new one; immutable and safe for use by many threads.
 */
public final class InputRules implements FieldRule {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NAME = 64;

  private final Map<String, FieldRule> fields;
  private final Set<String> required;

  private InputRules(Map<String, FieldRule> fields, Set<String> required) {
    this.fields = fields;
    this.required = required;
  }

  /** {@return an input without fields} */
  public static InputRules empty() {
    return new InputRules(Map.of(), Set.of());
  }

  /**
   * {@return the same input with a field that must be there}
   *
   * @param name its name
   * @param rule what it must be
   */
  public InputRules required(String name, FieldRule rule) {
    Set<String> names = new LinkedHashSet<>(required);
    names.add(name);
    return new InputRules(with(name, rule), names);
  }

  /**
   * {@return the same input with a field that may be left out; null is not left out}
   *
   * @param name its name
   * @param rule what it must be when it is there
   */
  public InputRules optional(String name, FieldRule rule) {
    return new InputRules(with(name, rule), required);
  }

  private Map<String, FieldRule> with(String name, FieldRule rule) {
    boolean fresh = NAME.matcher(name).matches() && !fields.containsKey(name);
    unless(fresh, "name", name, "must be a new name of letters, digits and _");
    Map<String, FieldRule> changed = new LinkedHashMap<>(fields);
    changed.put(name, rule);
    return changed;
  }

  /**
   * Checks an input.
   *
   * @param input names and values as a JSON parser gives them
   * @return the input, or all that is wrong with it
   */
  public Checked check(Map<String, Object> input) {
    List<Violation> violations = check("", input);
    return violations.isEmpty() ? new Checked.Accepted(input) : new Violations(violations);
  }

  @Override
  public List<Violation> check(String pointer, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> input)) {
      return List.of(new Violation(pointer, "object", "must be an object"));
    }
    List<Violation> violations = new ArrayList<>();
    fields.forEach(
        (name, rule) -> {
          String at = pointer + "/" + name;
          if (input.containsKey(name)) {
            violations.addAll(rule.check(at, input.get(name)));
          } else if (required.contains(name)) {
            violations.add(new Violation(at, "required", "must be there"));
          }
        });
    for (Object name : input.keySet()) {
      if (!fields.containsKey(String.valueOf(name))) {
        String at = pointer + "/" + shown(String.valueOf(name));
        violations.add(new Violation(at, "unknown", "must not be there"));
      }
    }
    return violations;
  }

  /** Escaped for a pointer; an attacker's name is not told back whole. */
  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.~/-]", "?");
    String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return cut.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach((name, rule) -> properties.put(name, rule.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.copyOf(required));
    schema.put("additionalProperties", false);
    return schema;
  }

  /** {@return the rules as a document of JSON Schema, draft 2020-12, to serve to clients} */
  public String schemaDocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.putAll(schema());
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException mapsAreWritable) {
      throw new IllegalStateException(mapsAreWritable);
    }
  }
}
