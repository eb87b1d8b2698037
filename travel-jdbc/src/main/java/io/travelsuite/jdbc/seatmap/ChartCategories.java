package io.travelsuite.jdbc.seatmap;

import io.travelsuite.jdbc.seatmap.SeatsIoChart.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of a chart by their keys. */
final class ChartCategories {

  private static final int LONGEST_TAG = 32;

  private final Map<String, Category> byKey = new LinkedHashMap<>();
  private final Map<String, Boolean> accessible = new LinkedHashMap<>();

  ChartCategories(Element chart) {
    for (Element category : chart.at("categories").at("list").items()) {
      String key = category.at("key").key();
      String tag = tag("category", key);
      if (key.isEmpty() || byKey.values().stream().anyMatch(other -> other.tag().equals(tag))) {
        category.at("key").problem("must differ from the other keys in A-Z a-z 0-9 . _ -");
      }
      String label = category.at("label").text("");
      byKey.put(key, new Category(tag, label, category.at("color").text("")));
      accessible.put(key, category.at("accessible").flag());
    }
  }

  List<Category> all() {
    return List.copyOf(byKey.values());
  }

  /** The tag of the category of something for sale, which has one, or is a problem. */
  String tagOf(Element forSale, ChartPart part) {
    String key = key(forSale, part);
    Category category = byKey.get(key);
    if (category != null) {
      return category.tag();
    }
    Element told = forSale.at("categoryKey");
    told.problem(key.isEmpty() ? "must name a category" : "must be the key of a category");
    return tag("category", "unknown");
  }

  boolean isAccessible(Element forSale, ChartPart part) {
    return accessible.getOrDefault(key(forSale, part), false);
  }

  private static String key(Element forSale, ChartPart part) {
    String own = forSale.at("categoryKey").key();
    return own.isEmpty() ? part.category() : own;
  }

  static String tag(String kind, String key) {
    String tag = kind + "-" + key.replaceAll("[^A-Za-z0-9._-]", "-");
    return tag.substring(0, Math.min(tag.length(), LONGEST_TAG));
  }
}
