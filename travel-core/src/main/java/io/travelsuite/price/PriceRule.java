package io.travelsuite.price;

/**
 * A price of a product and what it is for.
 *
 * @param scope what it is for
 * @param price what one unit costs
 */
public record PriceRule(PriceScope scope, Price price) {}
