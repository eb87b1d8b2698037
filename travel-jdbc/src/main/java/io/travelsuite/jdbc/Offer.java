package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;

/**
 * An occurrence as it is offered. State and terms may have moved on since it was read: then the
 * revision of its counters is higher.
 */
record Offer(
    Occurrence occurrence,
    DocumentId layoutId,
    Layout layout,
    SaleTerms terms,
    SaleState state,
    int revision) {}
