package io.travelsuite.payments;

import io.travelsuite.payments.ledger.Payment;
import org.joda.money.Money;

/**
 * What a provider is to do with a payment it has.
 *
 * @param payment our intent
 * @param providerPayment the provider's name for it
 * @param amount how much, positive
 * @param key the provider's idempotency key for this, 40 letters
 */
public record Effect(Payment payment, String providerPayment, Money amount, String key) {}
