package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One try of a transaction: its handle, and the ids of the transitions it has written. */
final class UnitOfWork {

  private final Handle handle;
  private final List<UUID> transitions = new ArrayList<>();

  UnitOfWork(Handle handle) {
    this.handle = handle;
  }

  Handle handle() {
    return handle;
  }

  /** A new id, remembered: by it an unknown outcome is resolved. */
  UUID newTransition() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    transitions.add(id);
    return id;
  }

  /** One whose id follows from what it is about, remembered alike. */
  void transition(UUID id) {
    transitions.add(id);
  }

  List<UUID> transitions() {
    return transitions;
  }
}
