package io.travelsuite.examples.server.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.jdbc.PersonalDataKeys;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.BlindIndex;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.key.Signer;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.secret.SecretVersions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What seals whoever books, made of one secret: what wraps the keys of persons, what seals the
 * server's own rows and what indexes addresses have keys of their own. Who rotates it gives the
 * previous one too until all is sealed by the new one. Immutable; thread-safe.
 */
public final class PersonKeys {

  private static final byte[] KEY = "key".getBytes(UTF_8);
  private static final byte[] NAME = "name".getBytes(UTF_8);

  private final SigningKeys root;
  private final KeyRing ring;
  private final PersonFields fields;

  private PersonKeys(SigningKeys root) {
    this.root = root;
    List<byte[]> names = root.signer("server.persons").signatures(NAME);
    List<byte[]> wrapping = root.signer("server.persons.wrapping").signatures(KEY);
    Map<String, Secret> all = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(name(names.get(i)), Secret.of(wrapping.get(i)));
    }
    ring = KeyRing.of(name(names.get(0)), all);
    fields = PersonFields.of(names, root.signer("server.persons.fields").signatures(KEY));
  }

  /**
   * {@return the keys of a secret}
   *
   * @param secret 32 bytes by chance or more, with the one before it while it is rotated
   */
  public static PersonKeys of(SecretVersions secret) {
    return new PersonKeys(SigningKeys.of(secret));
  }

  /** {@return keys that nobody else has, for a rehearsal} */
  public static PersonKeys byChance() {
    byte[] secret = new byte[SigningKeys.LEAST_BYTES];
    new SecureRandom().nextBytes(secret);
    return of(SecretVersions.of(Secret.of(secret)));
  }

  /** Keys are named by what they are, so that a ciphertext finds its own after a rotation. */
  private static String name(byte[] hash) {
    return "k" + HexFormat.of().formatHex(hash, 0, 8);
  }

  /**
   * {@return what the library seals customers by}
   *
   * @param clock what keys are dated by
   */
  public PersonalDataKeys library(Clock clock) {
    return PersonalDataKeys.of(ring, root, clock);
  }

  /** {@return what the server's own rows are sealed by} */
  public PersonFields fields() {
    return fields;
  }

  /** {@return what finds those rows by an e-mail address} */
  public BlindIndex emails() {
    return BlindIndex.emails(root);
  }

  /** {@return what tells two requests that tell of somebody apart} */
  public Signer fingerprints() {
    return root.signer("server.persons.fingerprint");
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "PersonKeys[" + ring.currentId() + "]";
  }
}
