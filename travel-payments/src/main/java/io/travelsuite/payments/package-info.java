/** Payment providers, the payment ledger and the verification of webhooks. */
@NullMarked
package io.travelsuite.payments;

import org.jspecify.annotations.NullMarked;
