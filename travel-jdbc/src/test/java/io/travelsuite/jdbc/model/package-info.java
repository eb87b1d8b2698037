/**
 * The library against a plain model of it: random operations go to both, and every answer must be
 * the same.
 *
 * <p>The model is written from the words of the public API and has no counters, no locks and no
 * sweeper: it adds up what the bookings take whenever somebody asks.
 */
@NullMarked
package io.travelsuite.jdbc.model;

import org.jspecify.annotations.NullMarked;
