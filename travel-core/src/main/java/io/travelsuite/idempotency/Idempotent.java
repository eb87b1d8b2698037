package io.travelsuite.idempotency;

import io.travelsuite.idempotency.Outcome.Verdict;
import java.util.function.Function;

/**
 * Runs a function under a key in one call, and stores its result as JSON. Immutable; as safe for
 * threads as its store.
 *
 * @param <T> the result
 */
public final class Idempotent<T> {

  private final Idempotency store;
  private final JsonForm<T> form;
  private final ClaimTerms terms;
  private final boolean joined;
  private final Recovery<T> recovery;
  private final Settlement<T> settlement;

  private Idempotent(Idempotency store, JsonForm<T> form, ClaimTerms terms, Remote<T> remote) {
    this.store = store;
    this.form = form;
    this.terms = terms;
    joined = remote.joined();
    recovery = remote.recovery();
    settlement = remote.settlement();
  }

  private record Remote<T>(boolean joined, Recovery<T> recovery, Settlement<T> settlement) {}

  /**
   * For functions that only write to the database, on the connection the store is joined to: the
   * claim, what they write and the outcome commit together. When a function throws, roll the
   * transaction back.
   *
   * @param <T> the result
   * @param store joined to the caller's transaction
   * @param form of the result
   * @return it, on the default terms
   */
  public static <T> Idempotent<T> joined(Idempotency store, JsonForm<T> form) {
    Recovery<T> none = (fence, checkpoint) -> new Effect.Unknown<>();
    return new Idempotent<>(
        store,
        form,
        ClaimTerms.DEFAULT,
        new Remote<>(true, none, (effect, completing) -> completing.accept(store)));
  }

  /**
   * For functions with an effect elsewhere. The claim commits first, then the function runs with no
   * connection held, then the outcome commits. When a function throws, its outcome is unknown.
   *
   * @param <T> the result
   * @param store in transactions of its own
   * @param form of the result
   * @param recovery asks what came of it when an owner is gone, or never learned
   * @return it, on the default terms
   */
  public static <T> Idempotent<T> external(
      Idempotency store, JsonForm<T> form, Recovery<T> recovery) {
    return new Idempotent<>(
        store,
        form,
        ClaimTerms.DEFAULT,
        new Remote<>(false, recovery, (effect, completing) -> completing.accept(store)));
  }

  /**
   * {@return the same on these terms}
   *
   * @param value of its claims
   */
  public Idempotent<T> terms(ClaimTerms value) {
    return new Idempotent<>(store, form, value, new Remote<>(joined, recovery, settlement));
  }

  /**
   * {@return the same, whose outcomes commit with rows of the host's}
   *
   * @param value how
   */
  public Idempotent<T> settling(Settlement<T> value) {
    return new Idempotent<>(store, form, terms, new Remote<>(joined, recovery, value));
  }

  /**
   * Runs a function, or answers what came of it earlier.
   *
   * @param scope within which the key is unique
   * @param key 1 to 255 printable ASCII characters
   * @param fingerprint of the request
   * @param work what to do; is given the fence, for checkpoints and for references
   * @return what it came to
   * @throws StaleClaimException when somebody took the claim over before the outcome was stored
   */
  public Ran<T> run(
      Scope scope, String key, Fingerprint fingerprint, Function<Fence, Effect<T>> work) {
    Claim claim = store.claim(scope, key, fingerprint, terms);
    if (claim instanceof Claim.Replay replay) {
      Outcome outcome = replay.outcome();
      return new Ran.Done<>(form.read(outcome.json()), outcome.verdict(), true);
    }
    if (claim instanceof Claim.Acquired acquired) {
      return settle(acquired.fence(), guarded(acquired.fence(), work));
    }
    if (claim instanceof Claim.NeedsRecovery lost) {
      Function<Fence, Effect<T>> ask = fence -> recovery.ask(fence, lost.checkpoint());
      return settle(lost.fence(), guarded(lost.fence(), ask));
    }
    return new Ran.NotClaimed<>(claim);
  }

  /** Joined, the caller's rollback undoes all; elsewhere what threw may have had its effect. */
  private Effect<T> guarded(Fence fence, Function<Fence, Effect<T>> work) {
    try {
      return work.apply(fence);
    } catch (RuntimeException | Error e) {
      if (!joined) {
        unknown(fence, e);
      }
      throw e;
    }
  }

  private void unknown(Fence fence, Throwable thrown) {
    try {
      store.unknown(fence);
    } catch (RuntimeException e) {
      thrown.addSuppressed(e); // the lease lapses, to the same end
    }
  }

  private Ran<T> settle(Fence fence, Effect<T> effect) {
    if (effect instanceof Effect.Unknown<T>) {
      store.unknown(fence);
      return new Ran.Undecided<>();
    }
    if (effect instanceof Effect.NotDone<T>) {
      store.release(fence);
      return new Ran.Released<>();
    }
    Ran.Done<T> done = done(effect);
    Outcome outcome = new Outcome(done.verdict(), form.write(done.value()));
    settlement.settle(effect, completing -> completing.complete(fence, outcome));
    return done;
  }

  private static <T> Ran.Done<T> done(Effect<T> effect) {
    return effect instanceof Effect.Declined<T> declined
        ? new Ran.Done<>(declined.value(), Verdict.DECLINED, false)
        : new Ran.Done<>(((Effect.Succeeded<T>) effect).value(), Verdict.SUCCEEDED, false);
  }
}
