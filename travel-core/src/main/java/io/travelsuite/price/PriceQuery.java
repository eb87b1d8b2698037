package io.travelsuite.price;

import io.travelsuite.form.ShortName;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.StopPair;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one unit is asked to be priced as.
 *
 * @param product what runs
 * @param date the date of the occurrence's local start
 * @param option the label of the occurrence, or null when it has none
 * @param stops where it begins and ends; for the whole run its first and last stop; null where the
 *     occurrence has no stops
 * @param unit the code of the fare unit, or null
 * @param fareClass the code of the fare class, or null
 * @param channel through which channel it is sold, or null
 */
public record PriceQuery(
    ProductId product,
    LocalDate date,
    @Nullable String option,
    @Nullable StopPair stops,
    @Nullable String unit,
    @Nullable String fareClass,
    @Nullable String channel) {
  /** Checks the names. */
  public PriceQuery {
    OptionLabel.check("option", option);
    ShortName.checkIfGiven("unit", unit);
    ShortName.checkIfGiven("fareClass", fareClass);
    ShortName.checkIfGiven("channel", channel);
  }

  /**
   * {@return a line without a fare unit, on an occurrence without stops}
   *
   * @param product what runs
   * @param date the date of the occurrence's local start
   */
  public static PriceQuery of(ProductId product, LocalDate date) {
    return new PriceQuery(product, date, null, null, null, null, null);
  }

  /**
   * {@return the same of an occurrence with that label}
   *
   * @param label the label
   */
  public PriceQuery option(String label) {
    return new PriceQuery(product, date, label, stops, unit, fareClass, channel);
  }

  /**
   * {@return the same between two stops}
   *
   * @param from the code of the stop where it begins
   * @param to the code of the stop where it ends
   */
  public PriceQuery between(String from, String to) {
    return new PriceQuery(product, date, option, new StopPair(from, to), unit, fareClass, channel);
  }

  /**
   * {@return the same of a fare unit}
   *
   * @param code the fare unit's code
   */
  public PriceQuery unit(String code) {
    return new PriceQuery(product, date, option, stops, code, fareClass, channel);
  }

  /**
   * {@return the same in a fare class}
   *
   * @param code the class's code
   */
  public PriceQuery fareClass(String code) {
    return new PriceQuery(product, date, option, stops, unit, code, channel);
  }

  /**
   * {@return the same through a channel}
   *
   * @param name the channel
   */
  public PriceQuery channel(String name) {
    return new PriceQuery(product, date, option, stops, unit, fareClass, name);
  }
}
