package io.travelsuite.security.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Certificates and keys in PEM (RFC 7468). */
final class Pem {

  static final Charset ASCII = StandardCharsets.ISO_8859_1;

  private static final String LABEL = " PRIVATE KEY-----";
  private static final String BEGIN = "-----BEGIN" + LABEL;
  private static final String END = "-----END" + LABEL;

  private Pem() {}

  static ServerCertificate.Loaded read(byte[] chain, String key)
      throws IOException, GeneralSecurityException {
    Certificate[] certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(chain))
            .toArray(new Certificate[0]);
    if (certificates.length == 0) {
      throw new UnusableCertificateException("there is no certificate in the chain's file", null);
    }
    String algorithm = certificates[0].getPublicKey().getAlgorithm();
    return ServerCertificate.loaded(key(key, algorithm), certificates);
  }

  private static PrivateKey key(String text, String algorithm) throws GeneralSecurityException {
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new UnusableCertificateException(
          "the key is not in PKCS #8 without a password: openssl pkcs8 -topk8 -nocrypt", null);
    }
    byte[] bytes = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }
}
