package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values in their one canonical form: each begins with a letter for its type, and what has a length
 * with its length, so that different values are never the same bytes.
 */
final class CanonicalFields {

  private static final int DEEPEST = 32;

  private final DataOutputStream out;

  private CanonicalFields(DataOutputStream out) {
    this.out = out;
  }

  static byte[] sha256(Map<String, ? extends @Nullable Object> fields) {
    try {
      DigestOutputStream digest =
          new DigestOutputStream(
              OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
      new CanonicalFields(new DataOutputStream(digest)).map(fields, 1);
      return digest.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void map(Map<?, ? extends @Nullable Object> fields, int depth) throws IOException {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    for (Map.Entry<?, ? extends @Nullable Object> field : fields.entrySet()) {
      if (!(field.getKey() instanceof String name)) {
        throw new InvalidRequestException("fields", field.getKey(), "must have texts for names");
      }
      sorted.put(name, field.getValue());
    }
    out.writeByte('m');
    out.writeInt(sorted.size());
    for (Map.Entry<String, @Nullable Object> field : sorted.entrySet()) {
      text('k', field.getKey());
      value(field.getValue(), depth);
    }
  }

  private void value(@Nullable Object value, int depth) throws IOException {
    unless(depth <= DEEPEST, "fields", depth, "must be at most " + DEEPEST + " deep");
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof Boolean truth) {
      out.writeByte(truth ? 't' : 'f');
    } else if (value instanceof Map<?, ?> inner) {
      map(inner, depth + 1);
    } else if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeInt(list.size());
      for (Object element : list) {
        value(element, depth + 1);
      }
    } else if (value instanceof byte[] bytes) {
      bytes('b', bytes);
    } else if (value instanceof Number number) {
      number(decimal(number));
    } else {
      text('s', text(value));
    }
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof String || value instanceof UUID || value instanceof Instant) {
      return value.toString();
    }
    throw new InvalidRequestException(
        "fields", value.getClass().getName(), "has no canonical form");
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Double || number instanceof Float) {
      unless(Double.isFinite(number.doubleValue()), "fields", number, "must be finite");
      return new BigDecimal(number.toString());
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return BigDecimal.valueOf(number.longValue());
    }
    throw new InvalidRequestException(
        "fields", number.getClass().getName(), "has no canonical form");
  }

  /** Not by its plain text, which 1E1000000000 would have a gigabyte of. */
  private void number(BigDecimal number) throws IOException {
    BigDecimal stripped = number.stripTrailingZeros();
    bytes('n', stripped.unscaledValue().toByteArray());
    out.writeInt(stripped.scale());
  }

  /** By its chars, since UTF-8 turns every lone surrogate into the same question mark. */
  private void text(char type, String text) throws IOException {
    out.writeByte(type);
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private void bytes(char type, byte[] bytes) throws IOException {
    out.writeByte(type);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
