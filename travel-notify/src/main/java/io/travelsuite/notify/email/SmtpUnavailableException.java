package io.travelsuite.notify.email;

import java.io.Serial;

/** No connection could be had; says why in one word, and carries nothing of what was met. */
final class SmtpUnavailableException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  SmtpUnavailableException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
