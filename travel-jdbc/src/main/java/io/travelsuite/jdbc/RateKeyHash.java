package io.travelsuite.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.security.rate.RateRule;

/** What a count is kept under: SHA-256 of group, rule and key. Neither of the first two has a 0. */
final class RateKeyHash {

  private RateKeyHash() {}

  static byte[] of(String group, RateRule rule, String key) {
    String text = group + '\0' + rule.algorithm() + ' ' + rule.text() + '\0' + key;
    return Sha256.of(text.getBytes(UTF_8));
  }
}
