package io.travelsuite.payments.webhook;

/**
 * A decoded parameter of a form or a query.
 *
 * @param name its name
 * @param value its value, empty if it has none
 */
public record WebhookParameter(String name, String value) {}
