package io.travelsuite.jdbc;

import io.travelsuite.payments.inbox.Receipt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery on its way into the tables.
 *
 * @param id of its row in the audit log
 * @param provider whose verifier judged it
 * @param arrivals its events, none if it was refused
 * @param refusal what it is answered if it was refused, or null
 * @param note what the audit log keeps of it
 */
record Delivery(
    UUID id,
    String provider,
    List<Arrival> arrivals,
    Receipt.@Nullable Refused refusal,
    DeliveryNote note) {}
