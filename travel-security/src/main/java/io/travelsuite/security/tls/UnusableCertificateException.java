package io.travelsuite.security.tls;

import io.travelsuite.TravelException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file of a certificate or key can't be used. Tells which and why, and nothing of its content.
 */
public final class UnusableCertificateException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  UnusableCertificateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
