package io.travelsuite.examples.server.catalogue;

import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.ProductId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an operator sells.
 *
 * @param operator who sells
 * @param offers its products
 * @param brochure what customers read of them
 */
public record Catalogue(Operator operator, List<Offer> offers, Brochure brochure) {

  /** Copies the list. */
  public Catalogue {
    offers = List.copyOf(offers);
  }

  /** {@return where the company is: the time zone of the first that it sells} */
  public ZoneId home() {
    return offers.isEmpty() ? ZoneOffset.UTC : offers.get(0).product().zone();
  }

  /**
   * {@return the offer of that product code, if there is one}
   *
   * @param code the product's code
   */
  public Optional<Offer> offer(String code) {
    return offers.stream().filter(offer -> offer.product().code().equals(code)).findFirst();
  }

  /**
   * {@return the offer of that product, if there is one}
   *
   * @param id the product's id
   */
  public Optional<Offer> offer(ProductId id) {
    return offers.stream().filter(offer -> offer.product().id().equals(id)).findFirst();
  }
}
