package io.travelsuite.examples.server.octo;

/**
 * Who calls.
 *
 * @param reseller the subject of its token: it sees its own bookings only
 * @param capabilities what it asks for
 */
record Caller(String reseller, Capabilities capabilities) {}
