package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Seals what is written to it. Only {@link #finish} makes a whole backup of it: one that was closed
 * without, because what was dumped broke off, opens nowhere. Holds one chunk. For one thread.
 */
final class SealingOutput extends OutputStream {

  private final OutputStream out;
  private final ChunkCipher chunks;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK_BYTES];
  private int filled;
  private boolean finished;

  SealingOutput(OutputStream out, BackupKey key) throws IOException {
    this.out = out;
    this.chunks = key.chunks();
    out.write((key.header() + "\n").getBytes(US_ASCII));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    if (finished) {
      throw new IOException("the backup is finished");
    }
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == chunk.length) { // more comes: it is not the last one
        out.write(chunks.seal(chunk, filled, false));
        filled = 0;
      }
      int part = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, at, chunk, filled, part);
      filled += part;
      at += part;
      left -= part;
    }
  }

  /** Seals the last chunk as the last one. */
  void finish() throws IOException {
    if (!finished) {
      finished = true;
      out.write(chunks.seal(chunk, filled, true));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
