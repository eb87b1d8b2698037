package io.travelsuite.payments.webhook;

/**
 * It is not to be believed in anything: it is answered with a 4xx and forgotten, but for the audit.
 *
 * @param reason why
 */
public record Rejected(RejectionReason reason) implements Verification {}
