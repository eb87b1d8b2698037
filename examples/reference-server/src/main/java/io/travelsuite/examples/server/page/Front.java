package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.Shop;

/**
 * What the pages of customers stand on.
 *
 * @param shop what customers do
 * @param live what is left, as it changes
 * @param playing whether payments are played, by cards that are none
 * @param mails whether whoever books gets mails
 */
public record Front(Shop shop, LiveSeats live, boolean playing, boolean mails) {}
