package io.travelsuite.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** All parts in their order. */
final class Parts {

  private final Bench bench;
  private final Path folder;

  Parts(Bench bench, Path folder) {
    this.bench = bench;
    this.folder = folder;
  }

  /** What is to be done after each part: whoever stops a long run keeps what was measured. */
  interface AfterPart {
    void write() throws IOException;
  }

  /** Runs those that are wanted; whether all went well. One that fails does not end the others. */
  boolean run(Set<Part> wanted, AfterPart report) throws IOException, InterruptedException {
    boolean well = true;
    for (Part part : Part.values()) {
      if (wanted.contains(part)) {
        bench.log().say("%s", part);
        try {
          run(part);
        } catch (IOException | RuntimeException e) {
          bench.log().say("%s FAILED: %s", part, e);
          well = false;
        }
        report.write();
      }
    }
    return well;
  }

  private void run(Part part) throws IOException, InterruptedException {
    switch (part) {
      case POOLS -> new Locking(bench).findPools();
      case LOCKING -> new Locking(bench).run();
      case BULK -> new Drivers(bench).bulk();
      case REFUSALS -> new Drivers(bench).refusals();
      case NEIGHBOUR -> new Neighbour(bench).run();
      case RATES -> new Drivers(bench).rates();
      case ON_SALE -> new Drivers(bench).onSale();
      case GROWTH -> new Growth(bench).run();
      case SEARCH -> new Searches(bench, folder).run();
      case WEBHOOKS -> new Webhooks(bench).run();
      case OUTBOX -> new Outbox(bench).run();
      case PERSONAL -> new Personal(bench).run();
      case MICRO -> new Micro(bench).run();
      case REPLAY -> {
        if (bench.form().replay()) {
          new Replays(bench, folder).run();
        }
      }
    }
  }
}
