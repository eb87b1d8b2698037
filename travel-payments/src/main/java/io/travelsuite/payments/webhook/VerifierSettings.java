package io.travelsuite.payments.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier knows of one endpoint. Immutable.
 *
 * @param account which of the host's accounts with the provider the endpoint serves: a short name
 *     of the host's choice, carried by its events, 1 to 64 characters
 * @param clock tells the time that timestamps and certificates are judged by
 * @param secrets the secrets any of which may sign, newest first: two while one is being replaced;
 *     none for a provider that has none
 * @param modeUnlessSaid the mode of events whose provider does not say it; null, the default,
 *     leaves it unknown, and such an event touches no payment
 * @param publicUrl the URL that was registered with the provider, for those that sign it; null, the
 *     default, if they do not
 * @param tolerance how far a timestamp may be from the clock, into the past and into the future:
 *     above zero, 300 seconds by default
 */
public record VerifierSettings(
    String account,
    Clock clock,
    List<Secret> secrets,
    @Nullable Mode modeUnlessSaid,
    @Nullable String publicUrl,
    Duration tolerance) {

  private static final int MOST_CHARACTERS = 64;
  private static final Duration USUAL_TOLERANCE = Duration.ofMinutes(5);

  /** Checks the account and the tolerance. */
  public VerifierSettings {
    unless(
        !account.isBlank() && account.length() <= MOST_CHARACTERS,
        "account",
        account,
        "must be 1 to 64 characters");
    secrets = List.copyOf(secrets);
    unless(
        !tolerance.isNegative() && !tolerance.isZero(), "tolerance", tolerance, "must be above 0");
  }

  /**
   * Settings with the usual tolerance, no public URL and the mode unknown unless the provider says.
   *
   * @param account the account's short name
   * @param clock tells the time
   * @param secrets the secrets, newest first
   * @return the settings
   */
  public static VerifierSettings of(String account, Clock clock, Secret... secrets) {
    return new VerifierSettings(account, clock, List.of(secrets), null, null, USUAL_TOLERANCE);
  }

  /**
   * With a mode for events whose provider does not say it: that of the keys of this endpoint.
   *
   * @param mode the mode
   * @return a copy with it
   */
  public VerifierSettings modeUnlessSaid(Mode mode) {
    return new VerifierSettings(account, clock, secrets, mode, publicUrl, tolerance);
  }

  /**
   * With the URL that was registered with the provider.
   *
   * @param url the URL, as it was registered to the letter
   * @return a copy with it
   */
  public VerifierSettings publicUrl(String url) {
    return new VerifierSettings(account, clock, secrets, modeUnlessSaid, url, tolerance);
  }

  /**
   * With another tolerance.
   *
   * @param tolerance how far a timestamp may be from the clock, above zero
   * @return a copy with it
   */
  public VerifierSettings tolerance(Duration tolerance) {
    return new VerifierSettings(account, clock, secrets, modeUnlessSaid, publicUrl, tolerance);
  }

  /** {@return the secrets, at least one} */
  List<Secret> requiredSecrets() {
    unless(!secrets.isEmpty(), "secret", "(none)", "must be given: this provider signs with one");
    return secrets;
  }

  /** {@return the public URL, which is there} */
  String requiredPublicUrl() {
    String url = publicUrl;
    if (url == null || url.isBlank()) {
      throw new InvalidRequestException(
          "publicUrl", "(none)", "must be given: this provider signs it");
    }
    return url;
  }
}
