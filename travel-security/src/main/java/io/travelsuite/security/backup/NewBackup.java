package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A backup that is being written. Closed without being finished, it leaves nothing. For one thread.
 */
public final class NewBackup implements AutoCloseable {

  static final String PART = ".part";

  private final Path folder;
  private final String name;
  private final Instant begun;
  private final BackupKey key;
  private final Path part;
  private final FileChannel channel;
  private final Summing file;
  private final SealingOutput sealing;
  private final Summing dump;

  NewBackup(Path folder, String name, Instant begun, BackupKey key) throws IOException {
    this.folder = folder;
    this.name = name;
    this.begun = begun;
    this.key = key;
    part = folder.resolve(name + BackupFolder.SEALED + PART);
    channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file = new Summing(new BufferedOutputStream(Channels.newOutputStream(channel)));
    sealing = new SealingOutput(file, key);
    dump = new Summing(sealing);
  }

  /** {@return the backup's name} */
  public String name() {
    return name;
  }

  /** {@return where the dump is written, in the clear; it is sealed on its way} */
  public OutputStream stream() {
    return dump;
  }

  /**
   * Ends the backup, when all of the dump was written and was whole.
   *
   * @param content what was dumped
   * @return its manifest; both files are on disk
   * @throws BackupException if it can't be written
   */
  public BackupManifest finish(DumpContent content) {
    try {
      sealing.finish();
      channel.force(true);
      channel.close();
      BackupManifest manifest =
          new BackupManifest(name, begun, content, dump.sum(), file.sum(), key.wrappedBy());
      publish(part, folder.resolve(name + BackupFolder.SEALED));
      write(SignedJson.write(key, "manifest", ManifestJson.write(manifest)));
      return manifest;
    } catch (IOException failure) {
      throw BackupException.failed("the backup can't be written", failure);
    }
  }

  private void write(String signed) throws IOException {
    Path written = folder.resolve(name + BackupFolder.MANIFEST + PART);
    try (FileChannel out =
        FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream text = Channels.newOutputStream(out);
      text.write(signed.getBytes(UTF_8));
      out.force(true);
    }
    publish(written, folder.resolve(name + BackupFolder.MANIFEST));
  }

  static void publish(Path written, Path target) throws IOException {
    Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes what was written, unless it was finished. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(part);
    } catch (IOException failure) {
      throw BackupException.failed("what was written of the backup can't be deleted", failure);
    }
  }
}
