package io.travelsuite.payments.webhook;

import io.travelsuite.InvalidRequestException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/** A public key of Ed25519 (RFC 8032). */
final class Ed25519Key {

  private static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo (RFC 8410, section 4). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PublicKey key;

  private Ed25519Key(PublicKey key) {
    this.key = key;
  }

  /** A key of its 32 bytes. */
  static Ed25519Key of(byte[] bytes) {
    try {
      byte[] encoded = new byte[X509_PREFIX.length + 32];
      System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
      InvalidRequestException.unless(bytes.length == 32, "secret", "(hidden)", "must be 32 bytes");
      System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, bytes.length);
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      return new Ed25519Key(factory.generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException noPoint) {
      throw new InvalidRequestException("secret", "(hidden)", "must be a key of Ed25519");
    }
  }

  /** Whether any of the Base64 signatures is this key's over the parts. */
  boolean signed(List<String> signatures, byte[]... parts) {
    boolean found = false;
    for (String signature : signatures) {
      found |= isSigned(SignatureText.decoded(signature), parts);
    }
    return found;
  }

  private boolean isSigned(byte[] signature, byte[]... parts) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      for (byte[] part : parts) {
        verifier.update(part);
      }
      return verifier.verify(signature);
    } catch (SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
