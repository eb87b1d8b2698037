package io.travelsuite.payments.webhook;

import java.util.Locale;

/** Why a webhook is not believed. */
public enum RejectionReason {
  /** There is no signature where the provider puts one. */
  MISSING_SIGNATURE,
  /** Another header that the signature needs is not there. */
  MISSING_HEADER,
  /** A header is not of its form, or is there twice where only one has a meaning. */
  MALFORMED_HEADER,
  /** The payload is not of its form. */
  MALFORMED_PAYLOAD,
  /** There are signatures, but none by a scheme that is still to be believed. */
  UNSUPPORTED_SCHEME,
  /** No secret and no key gives this signature over these bytes. */
  SIGNATURE_MISMATCH,
  /** It was signed longer ago than the tolerance: it may be a replay. */
  TIMESTAMP_TOO_OLD,
  /** It was signed further ahead of the clock than the tolerance. */
  TIMESTAMP_TOO_NEW,
  /** The settings have no secret; found at construction. */
  MISSING_SECRET,
  /** A secret is not of the provider's form; found at construction. */
  BAD_SECRET,
  /** The settings have no public URL and the provider signs it; found at construction. */
  MISSING_URL,
  /** The URL carries no hash of the body. */
  MISSING_BODY_HASH,
  /** The hash in the URL is another body's. */
  BODY_HASH_MISMATCH,
  /**
   * The certificate is said to be where no certificate of the provider's is; nothing was fetched.
   */
  CERTIFICATE_URL_NOT_ALLOWED,
  /** The certificate is not valid yet or no longer. */
  CERTIFICATE_EXPIRED,
  /** The certificate cannot be had, is not the provider's, or nobody trusted vouches for it. */
  CERTIFICATE_UNTRUSTED,
  /** What matters is not among the signed fields. */
  SIGNED_FIELDS_INSUFFICIENT;

  /** {@return its name for logs and metrics, such as {@code signature-mismatch}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
