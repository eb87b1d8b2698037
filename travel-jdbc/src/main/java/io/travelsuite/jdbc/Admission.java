package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Refusal;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Admits what drafts would write, in the order of arrival, while there is room; when units are
 * short, takes back those of expired holds first.
 */
final class Admission {

  private final Handle handle;
  private final LockedCounters counters;
  private final Rules rules;
  private final List<Transition> transitions = new ArrayList<>();
  private Map<SeatKey, BookingId> owners = new HashMap<>();

  Admission(Handle handle, LockedCounters counters, Rules rules) {
    this.handle = handle;
    this.counters = counters;
    this.rules = rules;
  }

  /** What admission goes by. */
  record Rules(ReservationEngine engine, Rounds.Known known, Locking locking, Instant now) {}

  /** What is to be written, in order. */
  List<Transition> transitions() {
    return transitions;
  }

  void admit(List<Draft> drafts, EarlierHolds earlier) {
    owners = seatOwners(drafts);
    Map<Draft, Room> shortOf = new HashMap<>();
    List<Draft> waiting = admitAll(drafts, earlier, shortOf);
    if (waiting.isEmpty()) {
      return;
    }
    Reclaim.Wanted wanted = wanted(waiting, shortOf);
    Reclaim reclaim = new Reclaim(handle, counters, rules.engine().joined());
    if (rules.locking() == Locking.NONE) {
      if (!reclaim.any(wanted, rules.now())) {
        refuseAll(waiting, shortOf);
      }
      return;
    }
    Reclaim.Reclaimed reclaimed = reclaim.free(wanted, rules.now());
    if (!reclaimed.missing().isEmpty()) {
      waiting.forEach(draft -> draft.settle(Step.again(reclaimed.missing())));
      return;
    }
    if (!reclaimed.expired().isEmpty()) {
      transitions.addAll(0, reclaimed.expired());
      owners.values().removeAll(reclaimed.bookings());
      admitAll(waiting, earlier, shortOf);
      return; // what is short still is for the next round, since there may be more to take back
    }
    refuseAll(waiting, shortOf);
  }

  private void refuseAll(List<Draft> waiting, Map<Draft, Room> shortOf) {
    for (Draft draft : waiting) {
      Room room = shortOf.get(draft);
      if (room != null) {
        refuse(draft, room.soldOut(rules.engine().resolver()::poolOf));
      }
    }
  }

  private List<Draft> admitAll(List<Draft> drafts, EarlierHolds earlier, Map<Draft, Room> shortOf) {
    List<Draft> waiting = new ArrayList<>();
    for (Draft draft : drafts) {
      Room room = room(draft);
      OccurrenceId stale = room.stale();
      if (stale != null) {
        String channel = draft.operation().sale().channel();
        draft.settle(new Step.Failed<>(new StaleTermsException(Set.of(stale), channel)));
        continue;
      }
      HoldKey key = draft.operation().holdKey();
      StoredBooking twin = earlier.find(key);
      if (twin == null && (room.notOnSale() != null || !room.enough())) {
        earlier.lookUp(); // the retry of a hold gets its booking, not a refusal
        twin = earlier.find(key);
      }
      if (twin != null) {
        draft.settle(Step.answer(draft.operation().repeated(twin, rules.now())));
      } else if (!admit(draft, room, earlier, shortOf)) {
        waiting.add(draft);
      }
    }
    return waiting;
  }

  private Room room(Draft draft) {
    Transition transition = draft.transition();
    Room.Demand demand = new Room.Demand(draft.operation().sale(), rules.now());
    return new Room(moved(transition), counters, conflicts(transition), demand);
  }

  private static SortedMap<CounterKey, Integer> moved(Transition transition) {
    return Taking.moved(transition.takingBefore(), transition.takingAfter());
  }

  private boolean admit(Draft draft, Room room, EarlierHolds earlier, Map<Draft, Room> shortOf) {
    Transition transition = draft.transition();
    Refusal notOnSale = room.notOnSale();
    if (notOnSale != null) {
      refuse(draft, notOnSale);
      return true;
    }
    if (!room.enough()) {
      shortOf.put(draft, room);
      return false;
    }
    if (rules.locking() == Locking.NONE) {
      return true; // there may be room: that takes a lock to say
    }
    counters.move(moved(transition));
    remember(transition, earlier);
    draft.written();
    return true;
  }

  /** What those who come later in the round find. */
  private void remember(Transition transition, EarlierHolds earlier) {
    owners
        .keySet()
        .removeAll(Taking.seatsOnlyIn(transition.takingBefore(), transition.takingAfter()));
    for (SeatKey seat : transition.takingAfter().seats()) {
      owners.put(seat, transition.after().id());
    }
    if (transition.before() == null) {
      earlier.add(new StoredBooking(transition.after(), new TreeMap<>(), transition.fingerprint()));
    }
    transitions.add(transition);
  }

  private static Reclaim.Wanted wanted(List<Draft> waiting, Map<Draft, Room> shortOf) {
    Set<CounterKey> shortKeys = new TreeSet<>();
    Set<BookingId> seatOwners = new LinkedHashSet<>();
    for (Draft draft : waiting) {
      Room room = shortOf.get(draft);
      if (room != null) {
        shortKeys.addAll(room.toldKeys());
        seatOwners.addAll(room.seatOwners());
      }
    }
    return new Reclaim.Wanted(shortKeys, seatOwners);
  }

  /**
   * A host's stale snapshot may hide a booking under the same key, or show a seat as taken that is
   * free by now: nobody is refused before looking past it.
   */
  private void refuse(Draft draft, Refusal refusal) {
    if (rules.engine().joined() && !rules.known().past()) {
      draft.settle(Step.againPastSnapshot());
    } else {
      draft.refuse(refusal);
    }
  }

  private Map<SeatKey, BookingId> conflicts(Transition transition) {
    Map<SeatKey, BookingId> conflicts = new TreeMap<>();
    for (SeatKey seat : Taking.seatsOnlyIn(transition.takingAfter(), transition.takingBefore())) {
      BookingId owner = owners.get(seat);
      if (owner != null) {
        conflicts.put(seat, owner);
      }
    }
    return conflicts;
  }

  private Map<SeatKey, BookingId> seatOwners(List<Draft> drafts) {
    TreeSet<SeatKey> wanted = new TreeSet<>();
    for (Draft draft : drafts) {
      Transition transition = draft.transition();
      wanted.addAll(Taking.seatsOnlyIn(transition.takingAfter(), transition.takingBefore()));
    }
    return SeatTable.claims(handle, wanted, rules.known().past() ? " LOCK IN SHARE MODE" : "");
  }
}
