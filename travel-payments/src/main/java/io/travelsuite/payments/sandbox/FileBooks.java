package io.travelsuite.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A line an entry, forced to the disk; a last line that was not finished never happened. */
final class FileBooks implements SandboxBooks {

  private final Path file;
  private final List<SandboxEntry> entries = new ArrayList<>();
  private long size;

  FileBooks(Path file) {
    this.file = file;
    try {
      String text = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      whole.lines().map(SandboxEntry::of).forEach(entries::add);
      size = whole.getBytes(UTF_8).length;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public List<SandboxEntry> entries() {
    return entries;
  }

  @Override
  public void append(SandboxEntry entry) {
    byte[] line = (entry.line() + "\n").getBytes(UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(size);
      ByteBuffer left = ByteBuffer.wrap(line);
      while (left.hasRemaining()) {
        channel.write(left, size + left.position());
      }
      channel.force(true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    size += line.length;
    entries.add(entry);
  }
}
