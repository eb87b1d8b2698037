package io.travelsuite.examples.gtfs;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of one file by their key, in file order. It refuses a key given twice, and a reference
 * to a key that is not there.
 */
final class Index<T> {

  private final String file;
  private final String key;
  private final Map<String, T> values = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  Index(String file, String key) {
    this.file = file;
    this.key = key;
  }

  /** Adds what a row says under the value of its key field. */
  void add(FeedRow row, T value) {
    String id = row.text(key);
    Place first = places.putIfAbsent(id, row.place());
    if (first != null) {
      throw row.wrong(key, "unlike that of line " + first.line());
    }
    values.put(id, value);
  }

  /** What a row's field refers to. */
  T referred(FeedRow row, String field) {
    T value = values.get(row.text(field));
    if (value == null) {
      throw row.wrong(field, "the " + key + " of a row of " + file);
    }
    return value;
  }

  boolean has(String id) {
    return values.containsKey(id);
  }

  Place place(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no " + key + " " + id);
    }
    return place;
  }

  /** All of them, in file order. */
  Map<String, T> values() {
    return values;
  }
}
