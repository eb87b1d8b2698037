package io.travelsuite.notify.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.notify.channel.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a message: the same at every try, by its mode and key, so that a mailbox and a
 * provider's log tell a repeated one. The key itself is not in it.
 */
final class MessageId {

  private static final int BYTES = 20;

  private MessageId() {}

  /** Without its angle brackets. */
  static String of(Message message, String domain) {
    byte[] named = (message.mode().name() + '\n' + message.key()).getBytes(UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(named);
      return HexFormat.of().formatHex(hash, 0, BYTES) + "@" + domain;
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
