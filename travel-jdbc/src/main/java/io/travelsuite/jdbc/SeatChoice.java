package io.travelsuite.jdbc;

/** The answer to the question for the best seats. */
sealed interface SeatChoice permits SeatPlan, TooFewSeats {}
