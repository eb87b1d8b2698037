package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs rounds, each a transaction (joined: a savepoint), until there is an answer. A round that
 * finds it must lock more ends, so that everything is locked in one order.
 */
final class Rounds {

  /** Each round expires a batch of holds or learns of more to lock, so that this is never met. */
  private static final int MOST = 1_000;

  private static final int MOST_DUPLICATES = 5;

  /** Who has an expired hold locked mostly sees that it expired, and lets go. */
  static final int MOST_DOUBTS = 5;

  private Rounds() {}

  /** What a round knows from those before it. */
  record Known(SortedSet<CounterKey> counters, KeyLookup lookup) {

    static final Known NOTHING = new Known(new TreeSet<>(), KeyLookup.FIRST);

    /** Whether a snapshot may be stale, and is to be looked past. */
    boolean past() {
      return lookup == KeyLookup.PAST_SNAPSHOT;
    }
  }

  /** One round. */
  interface OneRound<T> {
    Step<T> run(UnitOfWork unit, Known known);
  }

  static <T> T run(Transactions transactions, Transactions.Freshness freshness, OneRound<T> round) {
    SortedSet<CounterKey> counters = new TreeSet<>();
    KeyLookup lookup = transactions.joined() ? KeyLookup.FIRST : KeyLookup.BEFORE_REFUSING;
    int duplicates = 0;
    int doubts = 0;
    for (int i = 0; i < MOST; i++) {
      try {
        Known known = new Known(counters, lookup);
        Step<T> step = transactions.write(freshness, unit -> round.run(unit, known));
        if (step instanceof Step.Answered<T> answered) {
          return answered.result();
        } else if (step instanceof Step.Failed<T> failed) {
          throw failed.cause();
        } else if (step instanceof Step.Doubted<T> doubted && ++doubts > MOST_DOUBTS) {
          return doubted.result();
        } else if (step instanceof Step.Again<T> again) {
          counters.addAll(again.more());
          lookup = again.past() ? KeyLookup.PAST_SNAPSHOT : lookup;
        }
      } catch (DuplicateKeyException e) {
        if (++duplicates > MOST_DUPLICATES) {
          throw Failure.permanent(e.failure());
        }
        lookup = KeyLookup.PAST_SNAPSHOT;
      }
    }
    throw new StorageException("what is to be locked kept changing; try again", true, null);
  }
}
