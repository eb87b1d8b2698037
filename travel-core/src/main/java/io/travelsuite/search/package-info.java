/**
 * What can be had: departures of a product, and between two stops, with what is left and its price.
 */
@NullMarked
package io.travelsuite.search;

import org.jspecify.annotations.NullMarked;
