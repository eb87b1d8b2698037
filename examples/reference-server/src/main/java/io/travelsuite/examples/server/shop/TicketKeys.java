package io.travelsuite.examples.server.shop;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/**
 * The key by which tickets are signed and judged.
 *
 * @param id its number, which tickets name
 * @param pair an Ed25519 key
 */
public record TicketKeys(int id, KeyPair pair) {

  /**
   * {@return a new key} Tickets of another key are then refused: keep one where tickets outlive the
   * server.
   */
  public static TicketKeys generate() {
    try {
      return new TicketKeys(1, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TicketKeys[" + id + "]";
  }
}
