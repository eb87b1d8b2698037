package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Signs tickets by Ed25519 (RFC 8032). Thread-safe; its text form shows the key's id alone.
 *
 * <p>A key signs for one operator and one mode: a gate that must not let test tickets in does not
 * know the test key.
 */
public final class TicketSigner {

  private final int keyId;
  private final PrivateKey key;

  /**
   * A signer by this key.
   *
   * @param keyId by which gates find the public key, 0 to 65,535
   * @param key an Ed25519 private key
   */
  public TicketSigner(int keyId, PrivateKey key) {
    unless(keyId >= 0 && keyId <= 0xffff, "keyId", keyId, "must be 0 to 65,535");
    this.keyId = keyId;
    this.key = key;
    signature(new byte[0]);
  }

  /**
   * {@return a signer by a key as it is kept}
   *
   * @param keyId by which gates find the public key, 0 to 65,535
   * @param pkcs8 the private key's PKCS #8 form (RFC 8410), as {@code openssl genpkey -algorithm
   *     ed25519 -outform DER} writes it
   */
  public static TicketSigner of(int keyId, Secret pkcs8) {
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8.bytes());
      return new TicketSigner(keyId, KeyFactory.getInstance("Ed25519").generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      unless(false, "pkcs8", "…", "must be an Ed25519 private key");
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@return the ticket with its signature, as the text of a QR code: 176 letters of base45}
   *
   * @param ticket what it says
   */
  public String sign(Ticket ticket) {
    byte[] payload = TicketBytes.payload(keyId, ticket);
    byte[] signature = signature(TicketBytes.signedPart(payload));
    return QrLetters.encode(
        ByteBuffer.allocate(TicketBytes.LENGTH).put(payload).put(signature).array());
  }

  private byte[] signature(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      // without the cause, whose text might show of the key
      unless(false, "key", "…", "must be an Ed25519 private key");
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "TicketSigner[key " + keyId + "]";
  }
}
