package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * What came of it, for good; kept and answered again as long as the claim's retention.
 *
 * @param verdict whether it was done or refused
 * @param json the result, usually JSON: at most 4,000,000 characters. It is kept as it is: no card
 *     number, no secret
 */
public record Outcome(Verdict verdict, String json) {

  private static final int MOST = 4_000_000;

  /** Whether it was done. */
  public enum Verdict {
    /** It was done. */
    SUCCEEDED,
    /** It was refused for good: the same request will never succeed. */
    DECLINED
  }

  /** Checks the length. */
  public Outcome {
    unless(json.length() <= MOST, "json", json.length(), "must be at most 4,000,000 characters");
  }

  /**
   * {@return an outcome that it was done}
   *
   * @param json the result
   */
  public static Outcome succeeded(String json) {
    return new Outcome(Verdict.SUCCEEDED, json);
  }

  /**
   * {@return an outcome that it was refused for good}
   *
   * @param json the refusal
   */
  public static Outcome declined(String json) {
    return new Outcome(Verdict.DECLINED, json);
  }
}
