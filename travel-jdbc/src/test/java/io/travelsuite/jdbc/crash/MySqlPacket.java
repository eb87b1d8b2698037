package io.travelsuite.jdbc.crash;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A packet of MySQL's client protocol: a length of three bytes (the lowest first), a sequence
 * number, and so many bytes. Neither TLS nor compression is understood.
 *
 * <p>See <a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_packets.html">MySQL
 * Packets</a>.
 */
final class MySqlPacket {

  private static final int COM_QUERY = 0x03;

  /**
   * Between the command and its text there may be a parameter count and a set count, one byte each.
   */
  private static final int LONGEST_COMMIT = 1 + 2 + "COMMIT".length();

  private final byte[] header;
  private final byte[] payload;

  private MySqlPacket(byte[] header, byte[] payload) {
    this.header = header;
    this.payload = payload;
  }

  /** The next packet, or null at the end. */
  static MySqlPacket read(DataInputStream in) throws IOException {
    byte[] header = new byte[4];
    try {
      in.readFully(header);
    } catch (EOFException end) {
      return null;
    }
    int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new MySqlPacket(header, payload);
  }

  void writeTo(OutputStream out) throws IOException {
    byte[] whole = Arrays.copyOf(header, header.length + payload.length);
    System.arraycopy(payload, 0, whole, header.length, payload.length);
    out.write(whole);
    out.flush();
  }

  /** Whether it is the query COMMIT, which is how every driver commits. */
  boolean isCommit() {
    if (payload.length == 0 || payload.length > LONGEST_COMMIT || payload[0] != COM_QUERY) {
      return false;
    }
    String text = new String(payload, 1, payload.length - 1, StandardCharsets.US_ASCII);
    return text.strip().toUpperCase(Locale.ROOT).endsWith("COMMIT");
  }
}
