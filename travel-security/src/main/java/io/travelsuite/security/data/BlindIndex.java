package io.travelsuite.security.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.input.EmailAddresses;
import io.travelsuite.security.input.PhoneNumbers;
import io.travelsuite.security.key.Signer;
import io.travelsuite.security.key.SigningKeys;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by an address that is sealed in them: beside the sealed field stands a HMAC with
 * SHA-256 (RFC 2104) of the normalised address and its operator, under a key of its own purpose
 * (HKDF, RFC 5869), cut to 128 bits.
 *
 * <p><b>What is kept of it.</b> With 128 bits, a billion addresses have two with the same index by
 * a chance of 10<sup>-21</sup>, so that a row found is the address's. A shorter one would hide
 * equal addresses no better, since the index of one address is always the same, and would find
 * strangers' rows. Who has the rows sees which are of the same address; who has the key as well can
 * try addresses, and telephone numbers are few: keep the root where the database's reader is not,
 * and take the index away with the person's row when it is erased.
 *
 * <p><b>Rotation.</b> Rows get {@link #index}, by the current key; they are looked for by {@link
 * #indexes}, by the current key and the previous one, until all have been written anew ({@link
 * KeyRotation}). Only then may the root be rotated again. Immutable; thread-safe.
 */
public final class BlindIndex {

  /** Bytes of an index. */
  public static final int BYTES = 16;

  /** Up to fifteen digits, with the country's code and without a trunk prefix (ITU-T E.164). */
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

  private final Signer signer;
  private final UnaryOperator<String> normal;

  private BlindIndex(Signer signer, UnaryOperator<String> normal) {
    this.signer = signer;
    this.normal = normal;
  }

  /**
   * An index of e-mail addresses: of one letter case, the domain in punycode. What is no address to
   * {@link EmailAddresses} is indexed as it is, without the spaces around it and in small letters.
   *
   * @param keys the root; best one for data alone, rotated apart from that of sign-in
   * @return the index
   */
  public static BlindIndex emails(SigningKeys keys) {
    return new BlindIndex(keys.signer("blind-index.email"), BlindIndex::email);
  }

  /**
   * An index of telephone numbers in E.164. A number that has this form is indexed as it is:
   * reading it costs more than all the rest of an index, with a lock that callers queue for. So
   * {@code +4403012345}, where a trunk prefix was left in, is another than {@code +443012345}. What
   * is no number to {@link PhoneNumbers} is indexed by its digits.
   *
   * @param keys the root, as for {@link #emails}
   * @param region for numbers without country code, two letters of ISO 3166-1; or null. Another
   *     region later would not find what was indexed before
   * @return the index
   */
  public static BlindIndex phones(SigningKeys keys, @Nullable String region) {
    return new BlindIndex(keys.signer("blind-index.phone"), text -> phone(text, region));
  }

  /**
   * What to store beside the sealed address.
   *
   * @param operator whose row: the same address has another index at another operator
   * @param text the address
   * @return {@value #BYTES} bytes
   */
  public byte[] index(OperatorId operator, String text) {
    return cut(signer.sign(parts(operator, text)));
  }

  /**
   * What to look for.
   *
   * @param operator whose rows
   * @param text the address
   * @return the index by the current key, and behind it that by the previous key if there is one
   */
  public List<byte[]> indexes(OperatorId operator, String text) {
    return signer.signatures(parts(operator, text)).stream().map(BlindIndex::cut).toList();
  }

  private byte[][] parts(OperatorId operator, String text) {
    return new byte[][] {operator.toString().getBytes(UTF_8), normal.apply(text).getBytes(UTF_8)};
  }

  private static byte[] cut(byte[] signature) {
    return Arrays.copyOf(signature, BYTES);
  }

  private static String email(String text) {
    String bare = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    return EmailAddresses.parse(bare).orElse(bare).toLowerCase(Locale.ROOT);
  }

  private static String phone(String text, @Nullable String region) {
    String bare = text.strip();
    if (E164.matcher(bare).matches()) {
      return bare;
    }
    return PhoneNumbers.parse(bare, region).orElseGet(() -> digits(bare));
  }

  private static String digits(String text) {
    String digits = text.replaceAll("[^0-9+]", "");
    return digits.isEmpty() ? text : digits;
  }
}
