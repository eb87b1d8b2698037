package io.travelsuite.jdbc;

import io.travelsuite.payments.ledger.Fact;
import java.util.UUID;

/**
 * A row of travel_payment_fact.
 *
 * @param fact what happened
 * @param told the call that wrote it: by this it knows its own row again when the answer to a
 *     COMMIT was lost
 */
record FactRow(Fact fact, UUID told) {}
