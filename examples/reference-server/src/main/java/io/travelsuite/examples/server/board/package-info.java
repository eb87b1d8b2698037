/**
 * The operator's pages: departures as they fill, who travels, check-in, capacities, money that goes
 * back, and what was sold. They call the office itself, not its HTTP API.
 */
@NullMarked
package io.travelsuite.examples.server.board;

import org.jspecify.annotations.NullMarked;
