/**
 * Payments as a ledger: facts that happened at a provider, and the amounts that follow from them;
 * and the port to where both are kept.
 */
@NullMarked
package io.travelsuite.payments.ledger;

import org.jspecify.annotations.NullMarked;
