package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What pages tell and show of products beyond what the catalogue has. */
final class Products {

  private final Properties texts = new Properties();
  private final Assets assets;

  Products(Assets assets) {
    this.assets = assets;
    try (InputStream in = Products.class.getResourceAsStream("products.properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A few sentences, or none. */
  String about(Offer offer) {
    return texts.getProperty(offer.product().code(), "");
  }

  /** The address of a picture. */
  String picture(Offer offer) {
    String own = offer.product().code() + ".svg";
    return assets.address(assets.has(own) ? own : "trip.svg");
  }

  /** The product's name, with the option's where there are several. */
  static String name(Offer offer, Option option) {
    return offer.options().size() == 1
        ? offer.product().name()
        : offer.product().name() + ": " + option.name();
  }

  /** What a form sends for a product and an option. */
  static String value(Offer offer, Option option) {
    return offer.product().code() + "/" + option.code();
  }
}
