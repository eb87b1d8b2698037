package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.search.Departure;

/**
 * A departure as it is sold.
 *
 * @param offer the product
 * @param option the way in which it is sold
 * @param departure what the library says of it: when, what is left, what it costs
 */
public record Trip(Offer offer, Option option, Departure departure) {}
