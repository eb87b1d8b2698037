package io.travelsuite.jdbc;

import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of travel_price. */
record PriceRow(ProductId product, PriceRule rule) {

  static final List<String> KEY =
      List.of(
          "product_id",
          "from_stop",
          "to_stop",
          "fare_unit",
          "option_label",
          "fare_class",
          "channel",
          "first_date",
          "last_date");

  static PriceRow of(ResultSet row) throws SQLException {
    String from = name(row, "from_stop");
    String to = name(row, "to_stop");
    PriceScope scope =
        new PriceScope(
            name(row, "fare_unit"),
            from == null || to == null ? null : new StopPair(from, to),
            name(row, "option_label"),
            name(row, "fare_class"),
            name(row, "channel"),
            dates(row));
    return new PriceRow(
        new ProductId(BinaryId.uuid(row.getBytes("product_id"))), new PriceRule(scope, price(row)));
  }

  static DateRange dates(ResultSet row) throws SQLException {
    return new DateRange(
        row.getObject("first_date", LocalDate.class), row.getObject("last_date", LocalDate.class));
  }

  private static Price price(ResultSet row) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    return new Price(
        Money.ofMinor(currency, row.getLong("amount")),
        PriceJson.read(row.getString("charges"), currency));
  }

  /** The values of the key, and after them those of the other columns. */
  List<@Nullable Object> values() {
    Price price = rule.price();
    List<@Nullable Object> values = key(product, rule.scope());
    values.add(price.amount().getCurrencyUnit().getCode());
    values.add(price.amount().getAmountMinorLong());
    values.add(PriceJson.write(price.charges()));
    return values;
  }

  static List<@Nullable Object> key(ProductId product, PriceScope scope) {
    List<@Nullable Object> key = new ArrayList<>();
    key.add(product.value());
    key.add(scope.stops() == null ? "" : scope.stops().from());
    key.add(scope.stops() == null ? "" : scope.stops().to());
    key.add(orEmpty(scope.unit()));
    key.add(orEmpty(scope.option()));
    key.add(orEmpty(scope.fareClass()));
    key.add(orEmpty(scope.channel()));
    key.add(scope.dates().first().toString());
    key.add(scope.dates().last().toString());
    return key;
  }

  static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static @Nullable String name(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name.isEmpty() ? null : name;
  }
}
