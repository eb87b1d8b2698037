package io.travelsuite.payments.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a {@link SandboxProvider} writes down what it did. The provider guards it; it need not be
 * thread-safe.
 */
public interface SandboxBooks {

  /** {@return all entries, the oldest first} */
  List<SandboxEntry> entries();

  /**
   * Writes an entry; it is there for good when this returns.
   *
   * @param entry what was done
   */
  void append(SandboxEntry entry);

  /** {@return books that end with the process} */
  static SandboxBooks inMemory() {
    List<SandboxEntry> entries = new ArrayList<>();
    return new SandboxBooks() {
      @Override
      public List<SandboxEntry> entries() {
        return entries;
      }

      @Override
      public void append(SandboxEntry entry) {
        entries.add(entry);
      }
    };
  }

  /**
   * {@return books in a file, which outlive a process that is killed; of one process at a time}
   *
   * @param file where; made with the first entry, if it is not there
   */
  static SandboxBooks inFile(Path file) {
    return new FileBooks(file);
  }
}
