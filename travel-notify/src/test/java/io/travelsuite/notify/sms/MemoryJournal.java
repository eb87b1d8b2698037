package io.travelsuite.notify.sms;

import io.travelsuite.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal and deliveries in memory, with the rules of those in the database. */
final class MemoryJournal implements SmsJournal, SmsDeliveries {

  private enum State {
    TRYING,
    UNCLEAR,
    SENT
  }

  private record Entry(State state, boolean everUnclear, String providerId) {}

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, SmsDelivery> deliveries = new HashMap<>();
  private boolean died;

  /** The process that tries has died, and its tries are old. */
  synchronized void die() {
    died = true;
  }

  @Override
  public synchronized SmsTry begin(Mode mode, String key, Duration longest) {
    Entry entry = entries.get(mode + key);
    if (entry != null && entry.state() == State.SENT) {
      return new SmsTry.Done(entry.providerId());
    }
    if (entry != null && entry.state() == State.TRYING && !died) {
      return new SmsTry.InFlight();
    }
    died = false;
    entries.put(mode + key, new Entry(State.TRYING, entry != null, null));
    return entry == null ? new SmsTry.First() : new SmsTry.Unclear();
  }

  @Override
  public synchronized void sent(Mode mode, String key, @Nullable String providerId) {
    entries.put(mode + key, new Entry(State.SENT, false, providerId));
  }

  @Override
  public synchronized void notSent(Mode mode, String key) {
    Entry entry = entries.remove(mode + key);
    if (entry.everUnclear()) {
      entries.put(mode + key, new Entry(State.UNCLEAR, true, null));
    }
  }

  @Override
  public synchronized void unclear(Mode mode, String key) {
    entries.put(mode + key, new Entry(State.UNCLEAR, true, null));
  }

  @Override
  public synchronized void note(String providerId, SmsStatus status, @Nullable Integer errorCode) {
    SmsDelivery known = deliveries.get(providerId);
    if (known == null || status.progress() > known.status().progress()) {
      deliveries.put(providerId, new SmsDelivery(status, errorCode, Instant.EPOCH));
    }
  }

  @Override
  public synchronized Optional<SmsDelivery> find(String providerId) {
    return Optional.ofNullable(deliveries.get(providerId));
  }
}
