/** Stripe, by its HTTP API. */
@NullMarked
package io.travelsuite.payments.stripe;

import org.jspecify.annotations.NullMarked;
