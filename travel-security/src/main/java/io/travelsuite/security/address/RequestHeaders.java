package io.travelsuite.security.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The header fields of a request, whatever the framework keeps them in. Names are compared without
 * regard to case; a field that came several times has several values, in the order they came.
 */
@FunctionalInterface
public interface RequestHeaders {

  /**
   * {@return the values of a field, in order; empty when it is not there}
   *
   * @param name the field's name, in any case
   */
  List<String> values(String name);

  /** {@return no fields} */
  static RequestHeaders none() {
    return name -> List.of();
  }

  /**
   * {@return the fields of a map}
   *
   * @param fields values by name; names that differ in case only are one field
   */
  static RequestHeaders of(Map<String, List<String>> fields) {
    return name -> {
      List<String> values = new ArrayList<>();
      fields.forEach(
          (field, given) -> {
            if (field.equalsIgnoreCase(name)) {
              values.addAll(given);
            }
          });
      return values;
    };
  }
}
