package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is told when a transaction that wrote events was committed. To tell nobody costs one read of
 * a field, to tell somebody no lock.
 */
final class CommitListeners {

  private volatile List<Runnable> listeners = List.of();

  /** Called by the thread that committed, when it has given its connection back. */
  void tell() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  synchronized void add(Runnable listener) {
    List<Runnable> more = new ArrayList<>(listeners);
    more.add(listener);
    listeners = List.copyOf(more);
  }

  synchronized void remove(Runnable listener) {
    List<Runnable> fewer = new ArrayList<>(listeners);
    fewer.remove(listener);
    listeners = List.copyOf(fewer);
  }
}
