package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.key.Hmac;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Two lines: an object of JSON that names the header of a backup, and its HMAC by that backup's key
 * for one use. Whoever has no such key can't write them.
 */
final class SignedJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String HEADER = "header";

  private SignedJson() {}

  static String write(BackupKey key, String use, ObjectNode json) {
    String line = json.put(HEADER, key.header()).toString();
    return line + "\n" + HexFormat.of().formatHex(mac(key, use, line)) + "\n";
  }

  /**
   * The object of two lines.
   *
   * @throws BackupException if it is not what was written for that use
   */
  static JsonNode read(String text, String use, KeyEncryption keys) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[2].isEmpty()) {
      throw altered(use);
    }
    try {
      JsonNode json = JSON.readTree(lines[0]);
      BackupKey key = BackupKey.of(json.path(HEADER).asText(), keys);
      byte[] told = HexFormat.of().parseHex(lines[1]);
      if (MessageDigest.isEqual(mac(key, use, lines[0]), told)) {
        return json;
      }
    } catch (JsonProcessingException | IllegalArgumentException malformed) {
      throw altered(use);
    }
    throw altered(use);
  }

  private static byte[] mac(BackupKey key, String use, String line) {
    return Hmac.keyed(Hmac.SHA256, key.derived(use)).doFinal(line.getBytes(UTF_8));
  }

  private static BackupException altered(String use) {
    return BackupException.refused("the " + use + " of the backup was altered");
  }
}
