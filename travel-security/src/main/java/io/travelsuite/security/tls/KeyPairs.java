package io.travelsuite.security.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether a key is that of a certificate: while a pair is being replaced it may not be. */
final class KeyPairs {

  private static final byte[] PROBE = "whose key is this".getBytes(StandardCharsets.US_ASCII);

  private KeyPairs() {}

  static boolean belongTogether(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm(certified.getAlgorithm()));
    signature.initSign(key);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(PROBE);
    return signature.verify(signed);
  }

  private static String algorithm(String of) {
    return switch (of) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> of; // Ed25519 and the like sign by their own name
    };
  }
}
