package io.travelsuite.examples.server.catalogue;

import io.travelsuite.inventory.Product;
import java.util.List;
import java.util.Optional;

/**
 * A product and the ways in which it is sold.
 *
 * @param product the product as the library has it; its code is the id that resellers use
 * @param timing whether it is sold by start time or by day
 * @param options at least one, the default first
 */
public record Offer(Product product, Timing timing, List<Option> options) {

  /** Copies the list. */
  public Offer {
    options = List.copyOf(options);
  }

  /** How a product is dated. */
  public enum Timing {
    /** It starts at a time: a tour, a departure. */
    START_TIME,
    /** One comes any time in the opening hours of a day: a museum, a hotel. */
    OPENING_HOURS
  }

  /**
   * {@return the option of that code, if there is one}
   *
   * @param code its code
   */
  public Optional<Option> option(String code) {
    return options.stream().filter(option -> option.code().equals(code)).findFirst();
  }
}
