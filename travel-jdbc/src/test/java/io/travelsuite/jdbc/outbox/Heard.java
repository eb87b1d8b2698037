package io.travelsuite.jdbc.outbox;

import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxHandler;
import io.travelsuite.notify.outbox.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers what a subscription was handed. Thread-safe. */
final class Heard implements OutboxHandler {

  private final List<OutboxEvent> events = new ArrayList<>();

  static Subscription subscription(String name, OutboxHandler handler) {
    return Subscription.plain(name, Set.of("booking.*"), handler);
  }

  @Override
  public synchronized Answer handle(OutboxEvent event) {
    events.add(event);
    return Answer.done();
  }

  synchronized List<OutboxEvent> all() {
    return List.copyOf(events);
  }

  List<String> types() {
    return all().stream().map(OutboxEvent::type).toList();
  }

  List<Integer> versions(UUID subject) {
    return all().stream()
        .filter(event -> event.subject().equals(subject))
        .map(OutboxEvent::version)
        .toList();
  }
}
