package io.travelsuite.payments.stripe;

import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import java.util.Locale;
import java.util.Map;

/** What Stripe is asked, field by field. */
final class StripeForms {

  private StripeForms() {}

  static String reference(String metadata) {
    return metadata + "[" + StripeFacts.REFERENCE + "]";
  }

  private static String currency(Payment payment) {
    return payment.amount().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
  }

  static void intent(Map<String, String> form, Payment payment, PaymentMethod.Token token) {
    form.put("amount", StripeAmounts.of(payment.amount()));
    form.put("currency", currency(payment));
    form.put("capture_method", "manual");
    form.put("confirm", "true");
    form.put("payment_method", token.token());
    form.put("automatic_payment_methods[enabled]", "true");
    form.put("return_url", token.returnUrl().toString());
    form.put("description", payment.description());
    form.put(reference("metadata"), payment.reference().value());
    form.put("expand[]", "latest_charge");
  }

  static void session(Map<String, String> form, Payment payment) {
    form.put("mode", "payment");
    form.put("line_items[0][quantity]", "1");
    form.put("line_items[0][price_data][currency]", currency(payment));
    form.put("line_items[0][price_data][unit_amount]", StripeAmounts.of(payment.amount()));
    form.put("line_items[0][price_data][product_data][name]", payment.description());
    form.put("payment_intent_data[capture_method]", "manual");
    form.put(reference("payment_intent_data[metadata]"), payment.reference().value());
    form.put(reference("metadata"), payment.reference().value());
    form.put("client_reference_id", payment.reference().value());
    form.put("success_url", payment.method().returnUrl().toString());
    form.put("cancel_url", payment.method().returnUrl().toString());
  }
}
