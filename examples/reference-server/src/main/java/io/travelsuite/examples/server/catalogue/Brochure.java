package io.travelsuite.examples.server.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.program.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What customers read of a supplier and its products.
 *
 * @param supplier who it is, in a sentence
 * @param products what is told of each, by its code
 */
public record Brochure(String supplier, Map<String, Content> products) {

  /** Copies the map. */
  public Brochure {
    products = Map.copyOf(products);
  }

  /** {@return one that tells names only} */
  public static Brochure none() {
    return new Brochure("", Map.of());
  }

  /**
   * {@return the brochure of a file of JSON, as these records are}
   *
   * @param in the file; not closed
   * @throws BadInputException when it cannot be read
   */
  public static Brochure read(InputStream in) {
    try {
      return new ObjectMapper().readValue(in, Brochure.class);
    } catch (IOException e) {
      throw new BadInputException("the brochure is not the JSON that it must be", e);
    }
  }

  /** {@return what is told of a product; its name where nothing is} */
  public Content of(Offer offer) {
    Content told = products.get(offer.product().code());
    return told == null ? Content.named(offer.product().name()) : told;
  }
}
