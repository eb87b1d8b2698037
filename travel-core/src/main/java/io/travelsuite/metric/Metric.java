package io.travelsuite.metric;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is measured. Immutable; equal by its name and labels. Labels come from the library and the
 * host's settings, never from customers: there are few values of each.
 *
 * @param name 1 to 100 of {@code a–z 0–9 . -}, beginning {@code travel.}, such as {@code
 *     travel.outbox.done}
 * @param labels what tells several of that name apart, sorted by key
 */
public record Metric(String name, SortedMap<String, String> labels) {

  private static final Pattern NAME = Pattern.compile("travel\\.[a-z0-9.-]{1,93}");

  /** Checks the name and copies the labels. */
  public Metric {
    unless(
        NAME.matcher(name).matches(), "name", name, "must be travel. and 1 to 93 of a-z 0-9 . -");
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /**
   * {@return a metric without labels}
   *
   * @param name its name
   */
  public static Metric of(String name) {
    return new Metric(name, new TreeMap<>());
  }

  /**
   * {@return a metric with one label}
   *
   * @param name its name
   * @param label the label's key
   * @param value its value
   */
  public static Metric of(String name, String label, String value) {
    return new Metric(name, new TreeMap<>(Map.of(label, value)));
  }
}
