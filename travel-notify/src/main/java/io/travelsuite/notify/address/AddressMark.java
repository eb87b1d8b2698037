package io.travelsuite.notify.address;

import java.time.Instant;

/**
 * A mark of an address. Immutable.
 *
 * @param reason why it is not to be written to
 * @param since when that was first learnt
 */
public record AddressMark(MarkReason reason, Instant since) {}
