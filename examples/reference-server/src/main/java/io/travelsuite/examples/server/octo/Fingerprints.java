package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.server.person.PersonKeys;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests ask for the same, whatever their spaces and the order of fields. Keyed
 * where there are keys: by a plain hash who has the row could try telephone numbers.
 *
 * @param json what writes requests
 * @param keys what keys fingerprints, or null
 */
record Fingerprints(ObjectMapper json, @Nullable PersonKeys keys) {

  /** The one to store, and behind it those under which the same request may have been stored. */
  List<String> of(Requests.Reservation asked) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] plain = digest.digest(json.writeValueAsBytes(asked));
      List<String> all = new ArrayList<>();
      if (keys != null) {
        keys.fingerprints().signatures(plain).forEach(one -> all.add(hex(one)));
      }
      all.add(hex(plain));
      return all;
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
