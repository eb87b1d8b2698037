package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.payments.Payments;
import java.net.URI;

/**
 * Takes money and gives it back.
 *
 * @param till the provider
 * @param payments the library's desk with that provider
 * @param refunds what goes back
 * @param home where customers come back to from the provider's page, without a slash at its end
 */
public record Cashier(Till till, Payments payments, Refunds refunds, URI home) {}
