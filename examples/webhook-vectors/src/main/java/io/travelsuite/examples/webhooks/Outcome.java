package io.travelsuite.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.payments.webhook.AdyenItemVerifier;
import io.travelsuite.payments.webhook.FetchBackRequired;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.RejectionReason;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.webhook.WebhookTrust;
import java.util.List;
import java.util.Optional;

/**
 * What the library says of a case.
 *
 * @param verdict {@code valid}, {@code invalid} or {@code fetch-back}
 * @param reason why it is not valid, or must be read back; empty if it is valid and all is signed
 */
record Outcome(String verdict, String reason) {

  static final String VALID = "valid";
  static final String INVALID = "invalid";
  static final String FETCH_BACK = "fetch-back";
  private static final String FETCH_BACK_REQUIRED = "fetch-back-required";
  private static final String UNSIGNED_DROPPED = "unsigned-fields-dropped";

  /** Judges a case. */
  static Outcome of(VectorCase vector) {
    try {
      return Answers.isAsked(vector)
          ? ofAnswer(vector, Answers.to(vector))
          : of(vector, Verifiers.of(vector));
    } catch (InvalidRequestException refusedAtConstruction) {
      return new Outcome(INVALID, setupReason(vector, refusedAtConstruction).label());
    }
  }

  /**
   * A genuine sender whose content is not all signed: a case asks either whether the signature
   * holds (it does: valid, with what is still to be done as the reason), or, with {@code
   * requiresFetchBack}, whether the content may be believed (it may not). A verified event of
   * Adyen's holds what is signed only: whoever wants the rest reads it back.
   */
  private static Outcome of(VectorCase vector, WebhookVerifier verifier) {
    Verification verification = verifier.verify(vector.request());
    if (!itemsAreAsSaid(vector, verifier)) {
      return new Outcome(INVALID, "items are not as perItem says");
    }
    if (verification instanceof Rejected rejected) {
      return new Outcome(INVALID, rejected.reason().label());
    }
    if (verification instanceof FetchBackRequired required) {
      boolean genuine =
          required.webhooks().stream().noneMatch(event -> event.trust() == WebhookTrust.HINT);
      boolean asksForSignature = vector.isValid() && !vector.requiresFetchBack();
      return new Outcome(genuine && asksForSignature ? VALID : FETCH_BACK, FETCH_BACK_REQUIRED);
    }
    boolean dropsUnsigned = verifier instanceof AdyenItemVerifier;
    return vector.requiresFetchBack() && dropsUnsigned
        ? new Outcome(FETCH_BACK, UNSIGNED_DROPPED)
        : new Outcome(VALID, "");
  }

  /** {@code perItem} is a truth an item of a batch: whether it alone is valid. */
  private static boolean itemsAreAsSaid(VectorCase vector, WebhookVerifier verifier) {
    JsonNode said = vector.json().path("perItem");
    if (!said.isArray() || !(verifier instanceof AdyenItemVerifier items)) {
      return true;
    }
    List<Verification> answers = items.verifyItems(vector.request());
    boolean asSaid = answers.size() == said.size();
    for (int i = 0; asSaid && i < answers.size(); i++) {
      boolean valid = !(answers.get(i) instanceof Rejected);
      asSaid = !said.get(i).isBoolean() || said.get(i).booleanValue() == valid;
    }
    return asSaid;
  }

  /** A case may ask for a text that a verifier makes, and not for a verdict on a request. */
  private static Outcome ofAnswer(VectorCase vector, Optional<String> answer) {
    if (answer.isEmpty()) {
      return new Outcome(INVALID, RejectionReason.MALFORMED_PAYLOAD.label());
    }
    return answer.get().equals(vector.text("expect", ""))
        ? new Outcome(VALID, "")
        : new Outcome(INVALID, RejectionReason.SIGNATURE_MISMATCH.label());
  }

  private static RejectionReason setupReason(VectorCase vector, InvalidRequestException refused) {
    if (refused.field().equals("publicUrl")) {
      return RejectionReason.MISSING_URL;
    }
    boolean none = vector.secrets().stream().allMatch(String::isBlank);
    return none ? RejectionReason.MISSING_SECRET : RejectionReason.BAD_SECRET;
  }

  /** Whether this is what the case says. */
  boolean isAsSaidBy(VectorCase vector) {
    boolean forged = !vector.isValid() && !vector.error().isEmpty();
    if (vector.error().equals(FETCH_BACK_REQUIRED) || (vector.requiresFetchBack() && !forged)) {
      return verdict.equals(FETCH_BACK);
    }
    if (vector.isValid()) {
      return verdict.equals(VALID);
    }
    return verdict.equals(INVALID) && (vector.error().isEmpty() || vector.error().equals(reason));
  }
}
