/** Mollie, by its HTTP API. */
@NullMarked
package io.travelsuite.payments.mollie;

import org.jspecify.annotations.NullMarked;
