package io.travelsuite.notify.address;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes hashes of addresses, by a key: a plain hash of a telephone number is guessed in minutes.
 * Who loses the key loses all marks; who changes it names the former one for as long as marks made
 * by it are to count. Thread-safe.
 *
 * <p>An e-mail address counts without regard to case, its domain in ASCII; a telephone number as
 * its digits. The same text of another channel has another hash.
 */
public final class AddressHashes {

  private static final String HMAC = "HmacSHA256";

  private final List<Secret> keys;

  private AddressHashes(List<Secret> keys) {
    this.keys = keys;
  }

  /**
   * Hashes by a key.
   *
   * @param key at least 16 bytes, better 32, used for nothing else
   * @param former keys that older marks were made by
   * @return the maker
   */
  public static AddressHashes of(Secret key, Secret... former) {
    List<Secret> keys = Stream.concat(Stream.of(key), Stream.of(former)).toList();
    for (Secret each : keys) {
      unless(each.bytes().length >= 16, "key", "(hidden)", "must have 16 bytes or more");
    }
    return new AddressHashes(keys);
  }

  /**
   * {@return the hash a mark is made by}
   *
   * @param channel the channel's name, {@code email} or {@code sms}
   * @param address the address in the channel's form
   */
  public AddressHash hash(String channel, String address) {
    return hash(keys.get(0), channel, address);
  }

  /**
   * {@return the hashes a mark may have been made by}
   *
   * @param channel the channel's name
   * @param address the address in the channel's form
   */
  public List<AddressHash> hashes(String channel, String address) {
    return keys.stream().map(key -> hash(key, channel, address)).toList();
  }

  private static AddressHash hash(Secret key, String channel, String address) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.bytes(), HMAC));
      mac.update((channel + '\n').getBytes(UTF_8));
      return new AddressHash(
          HexFormat.of().formatHex(mac.doFinal(normalised(address).getBytes(UTF_8))));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static String normalised(String address) {
    String bare = address.strip();
    if (bare.indexOf('@') < 0) {
      return bare.replaceAll("[^+0-9]", "");
    }
    return EmailAddress.parse(bare).map(EmailAddress::text).orElse(bare).toLowerCase(Locale.ROOT);
  }
}
