package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Signing.NOW;
import static io.travelsuite.payments.webhook.Signing.rejected;
import static io.travelsuite.payments.webhook.Signing.request;
import static io.travelsuite.payments.webhook.Signing.settings;
import static io.travelsuite.payments.webhook.Signing.toFetch;
import static io.travelsuite.payments.webhook.Signing.verified;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.webhook.WebhookTrust;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What providers leave unsigned, or sign with two readings, changed under a genuine signature. */
class ForgeryTest {

  private static final String ADYEN_KEY = "00112233445566778899aabbccddeeff";

  private static String adyen(String live, String fields, String signed, String more) {
    String signature = Signing.base64(HexFormat.of().parseHex(ADYEN_KEY), signed);
    return """
    {"live":"%s","notificationItems":[{"NotificationRequestItem":{%s,
    "additionalData":{"hmacSignature":"%s"}%s}}]}\
    """
        .formatted(live, fields, signature, more);
  }

  private static String fields(String psp, String original, String account, String reference) {
    return """
    "pspReference":"%s","originalReference":"%s","merchantAccountCode":"%s",
    "merchantReference":"%s","amount":{"value":1000,"currency":"EUR"},
    "eventCode":"AUTHORISATION","success":"true\"\
    """
        .formatted(psp, original, account, reference);
  }

  @Test
  void adyens_unsigned_fields_are_in_no_verified_event() {
    AdyenItemVerifier verifier = new AdyenItemVerifier(settings(ADYEN_KEY));
    String signed = "P1::Shop:ref:1000:EUR:AUTHORISATION:true";
    String whole = adyen("false", fields("P1", "", "Shop", "ref"), signed, "");
    String forged =
        adyen("false", fields("P1", "", "Shop", "ref"), signed, ",\"reason\":\"refund me\"");
    assertThat(((Verified) verifier.verify(request(forged))).webhooks())
        .isEqualTo(((Verified) verifier.verify(request(whole))).webhooks());
    assertThat(new String(verified(verifier.verify(request(forged))).body(), UTF_8))
        .contains("\"value\":\"1000\"")
        .doesNotContain("reason", "additionalData", "live");
  }

  @Test
  void adyens_live_flag_is_not_signed_and_cannot_change_the_mode() {
    AdyenItemVerifier verifier =
        new AdyenItemVerifier(settings(ADYEN_KEY).modeUnlessSaid(Mode.TEST));
    String signed = "P1::Shop:ref:1000:EUR:AUTHORISATION:true";
    Verification whole =
        verifier.verify(request(adyen("false", fields("P1", "", "Shop", "ref"), signed, "")));
    assertThat(verified(whole).mode()).isEqualTo(Mode.TEST);
    Verification forged =
        verifier.verify(request(adyen("true", fields("P1", "", "Shop", "ref"), signed, "")));
    assertThat(toFetch(forged).mode()).isEqualTo(Mode.TEST);
    assertThat(toFetch(forged).trust()).isEqualTo(WebhookTrust.SENDER);
  }

  @Test
  void adyens_fields_cannot_be_moved_across_a_colon() {
    AdyenItemVerifier verifier = new AdyenItemVerifier(settings(ADYEN_KEY));
    String signed = "P1::Shop:ref:7:1000:EUR:AUTHORISATION:true";
    Verification whole =
        verifier.verify(request(adyen("false", fields("P1", "", "Shop", "ref:7"), signed, "")));
    assertThat(whole).isInstanceOf(Verified.class);
    Verification moved =
        verifier.verify(request(adyen("false", fields("P1:", "Shop", "ref", "7"), signed, "")));
    assertThat(moved).isInstanceOf(FetchBackRequired.class);
  }

  @Test
  void one_forged_item_refuses_the_batch_but_the_good_ones_can_be_had() {
    AdyenItemVerifier verifier = new AdyenItemVerifier(settings(ADYEN_KEY));
    String good =
        adyen("false", fields("P1", "", "S", "r"), "P1::S:r:1000:EUR:AUTHORISATION:true", "");
    String item = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
    String batch = good.replace(item, item + "," + item.replace("\"P1\"", "\"P2\""));
    assertThat(verifier.verify(request(batch)))
        .isEqualTo(rejected(RejectionReason.SIGNATURE_MISMATCH));
    List<Verification> items = verifier.verifyItems(request(batch));
    assertThat(items.get(0)).isInstanceOf(Verified.class);
    assertThat(items.get(1)).isEqualTo(rejected(RejectionReason.SIGNATURE_MISMATCH));
  }

  @Test
  void mercado_pagos_body_is_never_believed() {
    MercadoPagoVerifier verifier = new MercadoPagoVerifier(settings("secret"));
    String time = Long.toString(NOW.toEpochMilli());
    String signature = Signing.hex("secret", "id:42;request-id:r-1;ts:" + time + ";");
    WebhookRequest forged =
        request(
                "{\"action\":\"payment.refunded\",\"data\":{\"id\":\"99\"},\"live_mode\":true}",
                "x-signature",
                "ts=" + time + ",v1=" + signature,
                "x-request-id",
                "r-1")
            .query("data.id=42&type=payment");
    assertThat(toFetch(verifier.verify(forged)).objectId()).isEqualTo("42");
    assertThat(toFetch(verifier.verify(forged)).trust()).isEqualTo(WebhookTrust.SENDER);
    assertThat(toFetch(verifier.verify(forged)).mode()).isNull();
    assertThat(toFetch(verifier.verify(forged)).eventId()).isEqualTo("r-1");
  }

  @Test
  void mercado_pagos_parts_cannot_be_moved_into_one_another() {
    MercadoPagoVerifier verifier = new MercadoPagoVerifier(settings("secret"));
    String time = Long.toString(NOW.toEpochMilli());
    String signature = Signing.hex("secret", "id:42;request-id:r-1;ts:" + time + ";");
    WebhookRequest moved =
        request("{}", "x-signature", "ts=" + time + ",v1=" + signature)
            .query("data.id=42%3Brequest-id%3Ar-1");
    assertThat(verifier.verify(moved)).isEqualTo(rejected(RejectionReason.MALFORMED_PAYLOAD));
  }

  @Test
  void mollies_classic_id_is_a_hint_and_each_delivery_is_an_event_of_its_own() {
    MollieVerifier verifier = new MollieVerifier(settings("secret"));
    Verification answer = verifier.verify(request("id=tr_someoneElses"));
    assertThat(toFetch(answer).trust()).isEqualTo(WebhookTrust.HINT);
    assertThat(toFetch(answer).objectId()).isEqualTo("tr_someoneElses");
    assertThat(toFetch(answer).eventId()).startsWith("tr_someoneElses@");
    assertThat(verifier.verify(request("id=" + "x".repeat(5000))))
        .isEqualTo(rejected(RejectionReason.MALFORMED_PAYLOAD));
    assertThat(MollieVerifier.classic(settings()).verify(request("id=tr_1")))
        .isInstanceOf(FetchBackRequired.class);
  }

  @Test
  void a_subscription_of_razorpay_does_not_pass_for_a_payment() {
    RazorpayCallbackVerifier payments =
        new RazorpayCallbackVerifier(settings("key"), RazorpayCallback.PAYMENT);
    String signature = Signing.hex("key", "pay_1|sub_2");
    assertThat(payments.verify(callback("pay_1", "sub_2", signature)))
        .isEqualTo(rejected(RejectionReason.MALFORMED_PAYLOAD));
    assertThat(
            payments.verify(callback("order_1|pay_3", "x", Signing.hex("key", "order_1|pay_3|x"))))
        .isEqualTo(rejected(RejectionReason.MALFORMED_PAYLOAD));
    Verification genuine =
        payments.verify(callback("order_1", "pay_2", Signing.hex("key", "order_1|pay_2")));
    assertThat(toFetch(genuine).objectId()).isEqualTo("pay_2");
  }

  private static WebhookRequest callback(String order, String payment, String signature) {
    return request("")
        .form(
            List.of(
                new WebhookParameter("razorpay_order_id", order),
                new WebhookParameter("razorpay_payment_id", payment),
                new WebhookParameter("razorpay_signature", signature)));
  }

  @Test
  void razorpays_event_id_is_not_signed_and_a_replay_under_another_is_the_same_event() {
    RazorpayVerifier verifier = new RazorpayVerifier(settings("key"));
    String body = "{\"event\":\"payment.captured\"}";
    String signature = Signing.hex("key", body);
    Verification first =
        verifier.verify(
            request(body, "X-Razorpay-Signature", signature, "x-razorpay-event-id", "a"));
    Verification replay =
        verifier.verify(
            request(body, "X-Razorpay-Signature", signature, "x-razorpay-event-id", "b"));
    assertThat(verified(replay)).isEqualTo(verified(first));
  }

  @Test
  void braintrees_answer_to_a_challenge_is_no_signature_of_a_notification() {
    BraintreeVerifier verifier = new BraintreeVerifier(settings("private"), "public");
    String challenge = "deadbeefdeadbeefdeadbeefdeadbeef";
    String answer = verifier.answerTo(challenge).orElseThrow();
    assertThat(verifier.verify(notification(answer, challenge)))
        .isEqualTo(rejected(RejectionReason.MALFORMED_PAYLOAD));
    assertThat(verifier.answerTo("<notification/>")).isEmpty();
    String xml =
        "<notification><kind>dispute_opened</kind><timestamp>2026-01-01</timestamp>"
            + "<subject><dispute><id>d1</id></dispute></subject></notification>";
    String payload = Base64.getMimeEncoder().encodeToString(xml.getBytes(UTF_8)).replace("\r", "");
    Verification genuine =
        verifier.verify(notification("public|" + verifier.sign(payload + "\n"), payload));
    assertThat(verified(genuine).eventId()).isEqualTo("dispute_opened/2026-01-01/d1");
    assertThat(verified(genuine).objectId()).isEqualTo("d1");
  }

  private static WebhookRequest notification(String signature, String payload) {
    return request("")
        .form(
            List.of(
                new WebhookParameter("bt_signature", signature),
                new WebhookParameter("bt_payload", payload)));
  }

  @Test
  void what_standard_webhooks_sign_cannot_be_cut_elsewhere() {
    byte[] key = "0123456789abcdef".getBytes(UTF_8);
    StandardWebhooksVerifier verifier =
        new StandardWebhooksVerifier(settings(Base64.getEncoder().encodeToString(key)));
    String time = Long.toString(Signing.SECONDS);
    String signature = "v1," + Signing.base64(key, "msg." + time + "." + time + ".{}");
    assertThat(verifier.verify(standard("msg", time, signature, time + ".{}")))
        .isInstanceOf(Verified.class);
    assertThat(verifier.verify(standard("msg." + time, time, signature, "{}")))
        .isEqualTo(rejected(RejectionReason.MALFORMED_HEADER));
  }

  private static WebhookRequest standard(String id, String time, String signature, String body) {
    return request(
        body, "webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
  }
}
