package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static io.travelsuite.payments.webhook.Deliveries.toReadBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.payments.json.Json;
import io.travelsuite.webhook.VerifiedWebhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EsewaVerifierTest {

  private static final String ALL =
      "transaction_code,status,total_amount,transaction_uuid,product_code,signed_field_names";

  private final EsewaVerifier verifier = new EsewaVerifier(Deliveries.settings());

  private static Map<String, String> fields(String names) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("transaction_code", "000AWEO");
    fields.put("status", "COMPLETE");
    fields.put("total_amount", "1000.0");
    fields.put("transaction_uuid", "250610-162413");
    fields.put("product_code", "EPAYTEST");
    fields.put("signed_field_names", names);
    return fields;
  }

  private Map<String, String> signed(String names) {
    Map<String, String> fields = fields(names);
    fields.put("signature", verifier.sign(fields));
    return fields;
  }

  private Verification returned(Map<String, String> fields) {
    return verifier.verify(query(Json.write(fields)));
  }

  private static WebhookRequest query(byte[] json) {
    String data = Base64.getEncoder().encodeToString(json);
    return Deliveries.of("", Map.of())
        .query("data=" + URLEncoder.encode(data, StandardCharsets.UTF_8));
  }

  @Test
  void a_payment_is_to_be_read_back_by_its_id() {
    VerifiedWebhook event = toReadBack(returned(signed(ALL)));
    assertThat(event.objectId()).isEqualTo("250610-162413");
    assertThat(event.eventType()).isEqualTo("COMPLETE");
    assertThat(toReadBack(returned(signed(ALL)))).isEqualTo(event);
  }

  @Test
  void a_field_that_is_not_signed_is_not_in_the_event() {
    Map<String, String> forged = signed(ALL);
    forged.put("refunded", "0");
    assertThat(toReadBack(returned(forged))).isEqualTo(toReadBack(returned(signed(ALL))));
  }

  /** The customer has it: it was in the form that sent him there. */
  @Test
  void the_signature_of_the_merchants_own_form_pays_nothing() {
    Map<String, String> forged = signed("total_amount,transaction_uuid,product_code");
    rejected(returned(forged), RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
  }

  @Test
  void each_field_that_matters_must_be_signed() {
    for (String name : List.of("status", "total_amount", "transaction_uuid", "product_code")) {
      rejected(
          returned(signed(ALL.replace(name + ",", ""))),
          RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
    }
    rejected(
        returned(signed(ALL.replace(",signed_field_names", ""))),
        RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
  }

  @Test
  void control_a_field_that_does_not_matter_may_be_left_out() {
    toReadBack(returned(signed(ALL.replace("transaction_code,", ""))));
  }

  /** The signature is over the text, which a number read and written again may not have. */
  @Test
  void an_amount_is_signed_as_it_is_written() {
    for (String amount : List.of("1000.0", "1000.00", "1E3", "1,000.0")) {
      Map<String, String> fields = fields(ALL);
      fields.put("total_amount", amount);
      fields.put("signature", verifier.sign(fields));
      String json = new String(Json.write(fields), StandardCharsets.UTF_8);
      String bare = amount.contains(",") ? json : json.replace('"' + amount + '"', amount);
      VerifiedWebhook event =
          toReadBack(verifier.verify(query(bare.getBytes(StandardCharsets.UTF_8))));
      assertThat(Deliveries.text(event)).contains("\"total_amount\":\"" + amount + "\"");
    }
  }

  @Test
  void a_plus_that_became_a_space_is_a_plus() {
    Map<String, String> fields = fields(ALL);
    fields.put("transaction_code", "~~>~~?~~>");
    fields.put("signature", verifier.sign(fields));
    String data = Base64.getEncoder().encodeToString(Json.write(fields));
    assertThat(data).contains("+");
    toReadBack(verifier.verify(Deliveries.of("", Map.of()).query("data=" + data)));
  }

  @Test
  void a_form_without_a_field_it_names_is_not_signed() {
    assertThatThrownBy(() -> verifier.sign(fields("total_amount,tax")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("tax");
  }
}
