package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an import did.
 *
 * @param operator the railway
 * @param products what it sells, by trip
 * @param changes what became of the departures
 */
record Imported(OperatorId operator, Map<String, ProductId> products, Changes changes) {

  Imported {
    products = Map.copyOf(products);
  }

  /**
   * What became of departures; those that were there and as they should be are not counted.
   *
   * @param opened how many are new
   * @param altered how many were changed or withdrawn, because the timetable says something else
   * @param leftAlone which differ from the timetable and stay, and why
   */
  record Changes(long opened, long altered, List<String> leftAlone) {

    static final Changes NONE = new Changes(0, 0, List.of());

    Changes {
      leftAlone = List.copyOf(leftAlone);
    }

    Changes plus(Changes other) {
      return new Changes(
          opened + other.opened,
          altered + other.altered,
          Stream.concat(leftAlone.stream(), other.leftAlone.stream()).toList());
    }
  }
}
