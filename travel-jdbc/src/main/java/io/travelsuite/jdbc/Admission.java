package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Refusal;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
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
import org.jspecify.annotations.Nullable;

/**
 * Admits what drafts would write, in the order of arrival, while there is room; when units are
 * short, takes back those of expired holds first.
 */
final class Admission {

  private final Handle handle;
  private final LockedCounters counters;
  private final Rules rules;
  private final List<Transition> transitions = new ArrayList<>();
  private final Map<Draft, Lack> lacking = new HashMap<>();
  private final Seating seating;
  private Map<SeatKey, BookingId> owners = new HashMap<>();

  Admission(Handle handle, LockedCounters counters, Rules rules) {
    this.handle = handle;
    this.counters = counters;
    this.rules = rules;
    seating = new Seating(handle, rules.known().past());
  }

  /** Why a draft waits: for units, or for seats, too few or not side by side. */
  private record Lack(Room room, @Nullable Shortage seats) {}

  /** What admission goes by. */
  record Rules(ReservationEngine engine, Rounds.Known known, Locking locking, Instant now) {}

  /** What is to be written, in order. */
  List<Transition> transitions() {
    return transitions;
  }

  void admit(List<Draft> drafts, EarlierHolds earlier) {
    owners = seatOwners(drafts);
    List<Draft> waiting = admitAll(drafts, earlier, false);
    if (waiting.isEmpty()) {
      return;
    }
    Reclaim.Wanted wanted = wanted(waiting);
    Reclaim reclaim = new Reclaim(handle, counters, rules.engine().joined());
    if (rules.locking() == Locking.NONE) {
      if (!reclaim.any(wanted, rules.now())) {
        refuseAll(waiting, false);
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
      reclaimed.expired().forEach(seating::remember);
      admitAll(waiting, earlier, false);
      return; // what is short still is for the next round, since there may be more to take back
    }
    refuseAll(admitAll(waiting, earlier, true), reclaimed.passedOver());
  }

  private void refuseAll(List<Draft> waiting, boolean doubted) {
    for (Draft draft : waiting) {
      Lack why = lacking.get(draft);
      if (why != null) {
        refuse(draft, refusal(why), doubted);
      }
    }
  }

  private Refusal refusal(Lack why) {
    NotOnSale promo = why.room().promoUsedUp();
    if (promo != null) {
      return promo;
    }
    Shortage seats = why.seats();
    return seats == null
        ? why.room().soldOut(rules.engine().resolver()::poolOf)
        : new SoldOut(List.of(seats));
  }

  /** Admits those for whom there is room; on the last call split up, too. */
  private List<Draft> admitAll(List<Draft> drafts, EarlierHolds earlier, boolean lastCall) {
    List<Draft> waiting = new ArrayList<>();
    for (Draft draft : drafts) {
      Room room = room(draft);
      OccurrenceId stale = room.stale();
      if (stale != null) {
        String channel = draft.operation().sale().channel();
        draft.settle(new Step.Failed<>(new StaleTermsException(Set.of(stale), channel)));
        continue;
      }
      boolean refused = room.notOnSale() != null || !room.enough();
      boolean settled = repeats(draft, earlier, refused) || admit(draft, room, earlier, lastCall);
      if (!settled && !repeats(draft, earlier, true)) { // for want of seats, too
        waiting.add(draft);
      }
    }
    return waiting;
  }

  /**
   * Whether it has its answer by an earlier hold of its key. All keys are looked up where it would
   * else be refused: the retry of a hold gets its booking, not a refusal.
   */
  private boolean repeats(Draft draft, EarlierHolds earlier, boolean refused) {
    if (refused) {
      earlier.lookUp();
    }
    StoredBooking twin = earlier.find(draft.operation().holdKey());
    if (twin == null) {
      return false;
    }
    draft.settle(Step.answer(draft.operation().repeated(twin, rules.now())));
    return true;
  }

  private Room room(Draft draft) {
    Transition transition = draft.transition();
    Room.Demand demand = new Room.Demand(draft.operation().sale(), rules.now());
    return new Room(moved(transition), counters, conflicts(transition), demand);
  }

  private static SortedMap<CounterKey, Integer> moved(Transition transition) {
    return Taking.moved(transition.takingBefore(), transition.takingAfter());
  }

  private boolean admit(Draft draft, Room room, EarlierHolds earlier, boolean lastCall) {
    Refusal notOnSale = room.notOnSale();
    if (notOnSale != null) {
      refuse(draft, notOnSale, false);
      return true;
    }
    if (!room.enough()) {
      lacking.put(draft, new Lack(room, null));
      return false;
    }
    if (rules.locking() == Locking.NONE) {
      return true; // there may be room: that takes a lock to say
    }
    if (draft.operation().sale().picksSeats() && !seat(draft, room, lastCall)) {
      return false;
    }
    counters.move(moved(draft.transition()));
    remember(draft.transition(), earlier);
    draft.written();
    return true;
  }

  /**
   * Picks its seats; who would be split up, or change on the way, waits for what expired holds
   * have.
   */
  private boolean seat(Draft draft, Room room, boolean lastCall) {
    Seating.Picked picked = seating.pick(draft.transition(), draft.operation().sale());
    Transition seated = picked.transition();
    if (seated == null || (!picked.perfect() && !lastCall)) {
      lacking.put(draft, new Lack(room, picked.shortage()));
      return false;
    }
    draft.rewrite(seated);
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
      earlier.add(new StoredBooking(transition.after(), new TreeMap<>(), transition.origin()));
    }
    transitions.add(transition);
    seating.remember(transition);
  }

  private Reclaim.Wanted wanted(List<Draft> waiting) {
    Set<CounterKey> shortKeys = new TreeSet<>();
    Set<BookingId> seatOwners = new LinkedHashSet<>();
    for (Draft draft : waiting) {
      Lack why = lacking.get(draft);
      if (why != null) {
        boolean forSeats = why.room().enough();
        shortKeys.addAll(forSeats ? why.room().wantedKeys() : why.room().toldKeys());
        seatOwners.addAll(why.room().seatOwners());
      }
    }
    return new Reclaim.Wanted(shortKeys, seatOwners);
  }

  /**
   * A host's stale snapshot may hide a booking under the same key, or show a seat as taken that is
   * free by now: nobody is refused before looking past it.
   */
  private void refuse(Draft draft, Refusal refusal, boolean doubted) {
    if (rules.engine().joined() && !rules.known().past()) {
      draft.settle(Step.againPastSnapshot());
    } else if (doubted) {
      draft.doubt(refusal);
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
