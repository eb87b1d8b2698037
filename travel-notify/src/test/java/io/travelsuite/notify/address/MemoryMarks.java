package io.travelsuite.notify.address;

import io.travelsuite.Mode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Marks in memory. */
public final class MemoryMarks implements AddressMarks {

  private record Key(Mode mode, AddressHash address, MarkReason reason) {}

  private final Set<Key> marks = new HashSet<>();

  @Override
  public synchronized List<AddressMark> find(Mode mode, List<AddressHash> hashes) {
    return Stream.of(MarkReason.values())
        .filter(reason -> hashes.stream().anyMatch(h -> marks.contains(new Key(mode, h, reason))))
        .map(reason -> new AddressMark(reason, Instant.EPOCH))
        .toList();
  }

  @Override
  public synchronized void mark(Mode mode, AddressHash address, MarkReason reason) {
    marks.add(new Key(mode, address, reason));
  }

  @Override
  public synchronized void clear(Mode mode, List<AddressHash> hashes, MarkReason reason) {
    hashes.forEach(hash -> marks.remove(new Key(mode, hash, reason)));
  }

  /** All that is kept, as text. */
  @Override
  public synchronized String toString() {
    return marks.toString();
  }
}
