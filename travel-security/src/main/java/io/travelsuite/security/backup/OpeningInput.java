package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.travelsuite.security.data.KeyEncryption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Opens what {@link SealingOutput} sealed. No byte of a chunk is handed out before all of the chunk
 * is known to be what was sealed; a {@link BackupException} ends the stream for good. Holds two
 * chunks. For one thread.
 */
final class OpeningInput extends InputStream {

  private static final int SEALED_BYTES = ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES;

  private final InputStream in;
  private final ChunkCipher chunks;
  private byte[] ahead;
  private byte[] text = {};
  private int read;
  private boolean begun;

  private OpeningInput(InputStream in, ChunkCipher chunks, byte[] first) {
    this.in = in;
    this.chunks = chunks;
    this.ahead = first;
  }

  static OpeningInput of(InputStream in, KeyEncryption keys) throws IOException {
    BackupKey key = BackupKey.of(header(in), keys);
    return new OpeningInput(in, key.chunks(), in.readNBytes(SEALED_BYTES));
  }

  /** The first line, and no byte more. */
  private static String header(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n' && line.size() <= BackupKey.MOST_HEADER) {
      line.write(b);
      b = in.read();
    }
    return line.toString(US_ASCII);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (read == text.length) {
      if (begun && ahead.length == 0) {
        return -1;
      }
      open();
    }
    int part = Math.min(length, text.length - read);
    System.arraycopy(text, read, into, from, part);
    read += part;
    return part;
  }

  private void open() throws IOException {
    byte[] sealed = ahead;
    byte[] following = in.readNBytes(SEALED_BYTES);
    if (sealed.length < ChunkCipher.TAG_BYTES) {
      throw BackupException.refused("the backup is cut off");
    }
    text = chunks.open(sealed, following.length == 0);
    read = 0;
    ahead = following;
    begun = true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
