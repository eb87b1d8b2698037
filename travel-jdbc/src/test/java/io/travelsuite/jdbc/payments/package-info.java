/**
 * Payments kept in the database: as the store in memory keeps them, under contention, and when the
 * process that takes money is killed between any two steps.
 */
package io.travelsuite.jdbc.payments;
