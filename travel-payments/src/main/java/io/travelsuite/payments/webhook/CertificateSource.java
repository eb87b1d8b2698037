package io.travelsuite.payments.webhook;

import java.security.cert.X509Certificate;
import java.util.List;

/** Where certificates come from. */
interface CertificateSource {

  /** The certificates at a URL, the signer's first; none if they cannot be had. */
  List<X509Certificate> certificates(String url);
}
