package io.travelsuite.examples.server.shop;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key by which tickets are signed, and those by which they are judged: while keys change, the
 * one before too.
 *
 * @param id its number, which tickets name
 * @param signing an Ed25519 private key
 * @param accepted the public keys, by number
 */
public record TicketKeys(int id, PrivateKey signing, Map<Integer, PublicKey> accepted) {

  private static final String ALGORITHM = "Ed25519";
  private static final int MOST_ID = 0xffff;

  /** Copies the keys. */
  public TicketKeys {
    accepted = Map.copyOf(accepted);
  }

  /** A key as it is kept: its number, and both halves. */
  private record Kept(int id, PrivateKey signing, PublicKey judging) {}

  /**
   * {@return a new key} Tickets of another key are then refused: keep one where tickets outlive the
   * server.
   */
  public static TicketKeys generate() {
    return of(List.of(newSecret()));
  }

  /**
   * {@return a new key as it is kept}: its number, the private and the public half, each in base64,
   * with dots between. The number is by chance, so that the next key has another.
   */
  public static Secret newSecret() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return Secret.of(
          1
              + new SecureRandom().nextInt(MOST_ID)
              + "."
              + base64.encodeToString(pair.getPrivate().getEncoded())
              + "."
              + base64.encodeToString(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /**
   * {@return keys as they were kept}
   *
   * @param secrets the one that signs, then those that are accepted; each of another number
   * @throws io.travelsuite.InvalidRequestException when one has another form; it is not shown
   */
  public static TicketKeys of(List<Secret> secrets) {
    List<Kept> all = new ArrayList<>();
    Map<Integer, PublicKey> accepted = new LinkedHashMap<>();
    for (Secret secret : secrets) {
      Kept kept = read(secret);
      PublicKey same = accepted.put(kept.id(), kept.judging());
      unless(same == null, "ticket key", kept.id(), "must have another number than the one before");
      all.add(kept);
    }
    return new TicketKeys(all.get(0).id(), all.get(0).signing(), accepted);
  }

  private static Kept read(Secret secret) {
    String[] parts = secret.text().split("\\.", -1);
    boolean form = parts.length == 3 && parts[0].matches("[0-9]{1,5}");
    unless(form, "ticket key", "(hidden)", "must be as keygen prints it");
    int id = Integer.parseInt(parts[0]);
    unless(id <= MOST_ID, "ticket key", id, "must have a number of 0 to 65,535");
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder base64 = Base64.getDecoder();
      return new Kept(
          id,
          keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(parts[1]))),
          keys.generatePublic(new X509EncodedKeySpec(base64.decode(parts[2]))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      unless(false, "ticket key", "(hidden)", "must be as keygen prints it");
      throw new IllegalStateException(); // without the cause, whose text might show of the key
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TicketKeys[" + id + "]";
  }
}
