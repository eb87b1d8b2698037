package io.travelsuite.jdbc;

import java.time.Instant;
import java.util.UUID;

/**
 * One record of the audit log, as it was written: it is never changed.
 *
 * @param id of the record, ascending in the order in which they were written, as far as clocks
 *     agree; that of a transition is its event's
 * @param operator whose; all zeros for what is no operator's
 * @param subject what it is about: a booking, departure, product, operator, token, session,
 *     endpoint; payments are about their booking, persons have the id of theirs
 * @param action what was done, in small letters, what it is about before a dot: {@code
 *     booking.confirmed}; 40 characters at most
 * @param detail JSON, without personal data
 * @param at when, as the database's clock told
 */
public record AuditRecord(
    UUID id, UUID operator, UUID subject, String action, String detail, Instant at) {}
