/**
 * Being paid for bookings: {@link io.travelsuite.payments.Payments} for the host, {@link
 * io.travelsuite.payments.PaymentProvider} for who moves the money, and {@link
 * io.travelsuite.payments.PaymentDesk} between them.
 */
@NullMarked
package io.travelsuite.payments;

import org.jspecify.annotations.NullMarked;
