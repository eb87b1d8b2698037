package io.travelsuite.schedule;

import io.travelsuite.booking.BookingId;
import java.time.Instant;

/**
 * A unit of a booking for which there is no physical room.
 *
 * @param booking the booking
 * @param reference its short human code
 * @param createdAt when it was held
 * @param line the number of the line
 * @param place the unit's place in the line, from 0
 * @param pool the pool that is full before it
 * @param leg the first leg on which that pool is full
 */
public record DeniedUnit(
    BookingId booking,
    String reference,
    Instant createdAt,
    int line,
    int place,
    String pool,
    int leg) {}
