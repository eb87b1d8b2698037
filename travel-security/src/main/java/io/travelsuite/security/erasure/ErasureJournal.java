package io.travelsuite.security.erasure;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The journal of erasures, a file outside the database: when an old backup is restored, what was
 * erased since is erased again from it. Keep it, and its own backup, where the database's backups
 * are not restored over it. It holds ids and times, nothing personal.
 *
 * <p>Lines are appended and on disk when {@link #append} returns; each has a checksum over itself
 * and the line before. A last line that a crash broke off is passed over, and cut away by the next
 * append: its erasure was never acknowledged. Any other line that is not what was written is an
 * exception.
 *
 * <p>Threads take turns, and processes of one machine do by a lock of the file. Reads the whole
 * file each time, about 130 bytes for each erasure, up to 256 MiB.
 */
public final class ErasureJournal {

  private static final long MOST_BYTES = 256L << 20;

  private final Path file;

  /**
   * A journal.
   *
   * @param file made by the first append; its folder must exist
   */
  public ErasureJournal(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Writes an erasure down.
   *
   * @param entry whose, and when
   * @throws JournalException if it can't be written, or the journal was altered
   */
  public synchronized void append(JournalEntry entry) {
    boolean isNew = !Files.exists(file);
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      unless(lock.isValid(), "lock", lock, "must be held");
      JournalLines.Read read = JournalLines.read(bytes(channel));
      channel.truncate(read.whole());
      channel.position(read.whole());
      ByteBuffer line = ByteBuffer.wrap(JournalLines.line(read.check(), entry).getBytes(US_ASCII));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    } catch (IOException failure) {
      throw new JournalException("the journal of erasures can't be written", failure);
    }
    if (isNew) {
      syncFolder();
    }
  }

  /**
   * Reads the journal.
   *
   * @return all of it; nothing, when there is no file yet
   * @throws JournalException if it can't be read, or was altered
   */
  public synchronized JournalContent read() {
    if (!Files.exists(file)) {
      return JournalLines.read(new byte[0]).content();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.lock(0, Long.MAX_VALUE, true)) {
      unless(lock.isValid(), "lock", lock, "must be held");
      return JournalLines.read(bytes(channel)).content();
    } catch (IOException failure) {
      throw new JournalException("the journal of erasures can't be read", failure);
    }
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    long size = channel.size();
    unless(size <= MOST_BYTES, "journal", size + " bytes", "must have 256 MiB at most");
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    channel.position(0);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes);
    }
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** A new file's name is on disk only when its folder is. Windows opens no folders. */
  private void syncFolder() {
    Path folder = file.getParent();
    boolean opens = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (folder == null || !opens) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException failure) {
      throw new JournalException("the journal's folder can't be synchronised", failure);
    }
  }
}
