package io.travelsuite.security.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Sums up what is written through it. For one thread. */
final class Summing extends OutputStream {

  private static final int BUFFER_BYTES = 64 << 10;

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private long bytes;

  Summing(OutputStream out) {
    this.out = out;
  }

  /** What a stream holds from here on. */
  static StreamSum of(InputStream in) throws IOException {
    Summing sum = new Summing(OutputStream.nullOutputStream());
    byte[] buffer = new byte[BUFFER_BYTES];
    int part = in.read(buffer);
    while (part >= 0) {
      sum.write(buffer, 0, part);
      part = in.read(buffer);
    }
    return sum.sum();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int at, int length) throws IOException {
    out.write(from, at, length);
    digest.update(from, at, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** The sum; once. */
  StreamSum sum() {
    return new StreamSum(bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
