package io.travelsuite.security.erasure;

import io.travelsuite.security.data.DataSubject;
import java.time.Instant;

/**
 * An erasure, as the journal has it.
 *
 * @param subject who was erased
 * @param at when it was decided
 */
public record JournalEntry(DataSubject subject, Instant at) {}
