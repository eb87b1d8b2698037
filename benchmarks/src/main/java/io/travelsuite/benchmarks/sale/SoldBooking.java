package io.travelsuite.benchmarks.sale;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A booking that plain JDBC writes, of one line.
 *
 * @param id its id
 * @param event the id of its event
 * @param operator who sells
 * @param occurrence of what
 * @param capacity what the occurrence's code knows of its capacity: only the sum needs it
 * @param units how many
 * @param key its idempotency key
 * @param reference its short code
 * @param at when, in UTC
 * @param confirmed whether it is paid for, or a hold
 */
record SoldBooking(
    UUID id,
    UUID event,
    UUID operator,
    UUID occurrence,
    int capacity,
    int units,
    String key,
    String reference,
    LocalDateTime at,
    boolean confirmed) {}
