package io.travelsuite.jdbc;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * An event that a subscription has before it.
 *
 * @param key which
 * @param dueAt see the table
 * @param claim how often it was claimed, ever: the fence of who has it
 * @param claimed whether somebody has it, or had it when the lease lapsed
 * @param tries how often it was tried since it came or was replayed
 */
record OutboxRow(Key key, Instant dueAt, int claim, boolean claimed, int tries) {

  /**
   * The primary key.
   *
   * @param subscription whose
   * @param subject of which booking, occurrence or schedule
   * @param version in the order of which a booking's events are handled
   * @param event which event
   */
  record Key(String subscription, UUID subject, int version, UUID event) {

    /** The order of handling within a booking. */
    static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::version).thenComparing(Key::event, BinaryId::compare);

    List<Object> values() {
      return List.of(subscription, subject, version, event);
    }
  }

  UUID subject() {
    return key.subject();
  }

  /** As it is with one claim more. */
  OutboxRow claimedOnceMore() {
    return new OutboxRow(key, dueAt, claim + 1, true, tries + 1);
  }
}
