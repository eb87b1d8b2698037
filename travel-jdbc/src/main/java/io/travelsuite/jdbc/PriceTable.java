package io.travelsuite.jdbc;

import io.travelsuite.inventory.ProductId;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_price. */
final class PriceTable {

  private static final String COLUMNS =
      String.join(", ", PriceRow.KEY) + ", currency, amount, charges";

  private static final List<String> LEADING_KEY = PriceRow.KEY.subList(0, 4);

  private PriceTable() {}

  /** All rules of a product; past a stale snapshot when told so. */
  static List<PriceRule> of(Handle handle, ProductId product, String lock) {
    return Sql.query(
        handle,
        "SELECT " + COLUMNS + " FROM travel_price WHERE product_id = ?" + lock,
        List.of(product.value()),
        row -> PriceRow.of(row).rule());
  }

  static void put(Handle handle, ProductId product, Collection<PriceRule> rules) {
    MultiRow.upsert(
        handle,
        "INSERT INTO travel_price (" + COLUMNS + ")",
        rules.stream().map(rule -> new PriceRow(product, rule).values()).toList(),
        List.of("currency", "amount", "charges"));
  }

  static void delete(Handle handle, ProductId product, Collection<PriceScope> scopes) {
    MultiRow.delete(
        handle,
        "travel_price",
        PriceRow.KEY,
        scopes.stream().map(scope -> PriceRow.key(product, scope)).toList());
  }

  /** The rules that may fit one of these queries: one statement for up to 150 that differ. */
  static List<PriceRow> candidates(Handle handle, Collection<PriceQuery> queries) {
    List<PriceRow> found = new ArrayList<>();
    List<List<Object>> keys = List.copyOf(leadingKeys(queries));
    for (int from = 0; from < keys.size(); from += Placeholders.MOST_KEYS) {
      List<List<Object>> part =
          keys.subList(from, Math.min(keys.size(), from + Placeholders.MOST_KEYS));
      found.addAll(candidates(handle, part, queries));
    }
    return found;
  }

  private static List<PriceRow> candidates(
      Handle handle, List<List<Object>> keys, Collection<PriceQuery> queries) {
    TreeSet<String> channels = new TreeSet<>(Set.of(""));
    TreeSet<String> dates = new TreeSet<>();
    for (PriceQuery query : queries) {
      channels.add(PriceRow.orEmpty(query.channel()));
      dates.add(query.date().toString());
    }
    List<@Nullable Object> values = new ArrayList<>();
    keys.forEach(values::addAll);
    values.addAll(channels);
    values.add(dates.last());
    values.add(dates.first());
    String sql =
        """
        SELECT %s FROM travel_price FORCE INDEX (PRIMARY)
        WHERE %s AND channel IN (%s) AND first_date <= ? AND last_date >= ?
        """
            .formatted(
                COLUMNS,
                Placeholders.keys(LEADING_KEY, keys.size()),
                Placeholders.list(channels.size()));
    return Sql.query(handle, sql, values, PriceRow::of);
  }

  /** Product, stops and unit, with and without the stops. */
  private static Set<List<Object>> leadingKeys(Collection<PriceQuery> queries) {
    Set<List<Object>> keys = new LinkedHashSet<>();
    for (PriceQuery query : queries) {
      Object product = query.product().value();
      String unit = PriceRow.orEmpty(query.unit());
      keys.add(List.of(product, "", "", unit));
      if (query.stops() != null) {
        keys.add(List.of(product, query.stops().from(), query.stops().to(), unit));
      }
    }
    return keys;
  }
}
