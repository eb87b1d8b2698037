package io.travelsuite.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of the request that made a booking.
 *
 * @param fingerprint by which a repeated request is known
 * @param customer who booked, sealed; null where nothing is, or nobody is known
 */
record Origin(Fingerprint fingerprint, @Nullable SealedCustomer customer) {}
