package io.travelsuite.payments.webhook;

import java.util.List;

/** What Razorpay sends a customer's browser back with; each signs other fields in another order. */
public enum RazorpayCallback {
  /** After paying an order: {@code order|payment}. */
  PAYMENT("razorpay_order_id", "razorpay_payment_id"),
  /** After authorizing a subscription: {@code payment|subscription}. */
  SUBSCRIPTION("razorpay_payment_id", "razorpay_subscription_id"),
  /** After paying by a link: {@code link|reference|status|payment}. */
  PAYMENT_LINK(
      "payment_link_id", RazorpayCallback.REFERENCE, "payment_link_status", "razorpay_payment_id");

  /** The one field that is the host's own, of any form, and may be empty. */
  static final String REFERENCE = "payment_link_reference_id";

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> fields;

  RazorpayCallback(String... fields) {
    this.fields = List.of(fields);
  }

  /** The signed parameters, in the order they are signed. */
  List<String> fields() {
    return fields;
  }
}
