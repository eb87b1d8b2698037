package io.travelsuite.jdbc.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The last operations of a run, told with numbers for ids. */
final class History {

  private static final int LENGTH = 20;

  private final Deque<Supplier<String>> last = new ArrayDeque<>();
  private final ModelTravel model;

  History(ModelTravel model) {
    this.model = model;
  }

  /** Told only if it comes to that: most answers are long, and nobody reads them. */
  void add(Supplier<String> line) {
    last.addLast(line);
    if (last.size() > LENGTH) {
      last.removeFirst();
    }
  }

  /** The last operations and then these lines. */
  String tell(String... lines) {
    String told = last.stream().map(Supplier::get).collect(Collectors.joining("\n"));
    return readable(told + "\n\n" + String.join("\n", lines));
  }

  private String readable(String text) {
    String told = text;
    for (int i = 0; i < model.operators.size(); i++) {
      told = named(told, model.operators.get(i).id().value(), "operator " + i);
    }
    for (int i = 0; i < model.products.size(); i++) {
      told = named(told, model.products.get(i).id().value(), "product " + i);
    }
    for (int i = 0; i < model.occurrences.size(); i++) {
      told = named(told, model.occurrences.get(i).id().value(), "occurrence " + i);
    }
    for (int i = 0; i < model.bookings.size(); i++) {
      told = named(told, model.bookings.get(i).id.value(), "booking " + i);
    }
    return told;
  }

  private static String named(String text, UUID id, String name) {
    return text.replace(id.toString(), name);
  }
}
