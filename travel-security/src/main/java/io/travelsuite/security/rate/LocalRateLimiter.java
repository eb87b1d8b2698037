package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.function.LongSupplier;

/**
 * A limiter within this JVM, for keys that anybody may choose: addresses, names, tokens.
 *
 * <pre>{@code
 * RateLimiter limiter = LocalRateLimiter.of(booking);
 * Decision decision = limiter.decide(request);
 * }</pre>
 *
 * <p>It keeps a table of fixed size, made at once, and no entry for a key: 10 million distinct keys
 * take no byte more than one. It never waits for a lock, starts no thread and forgets nothing, so
 * that no stream of other keys brings back a key that was denied.
 *
 * <p>Keys share cells, by a hash under a secret of this object. A key is never allowed more than
 * its rule; it is denied early when it shares its cell with others and they use up the rule
 * together. With {@code n} other keys in use during a window, the chance to share a cell is at most
 * {@code n / cells}: with the 2,097,152 cells of the default size and one rule, 1 in 20 at 100,000
 * keys in use, and then only together with others can they be denied, when they use the rule up
 * together. Several rules divide the table among them.
 */
public final class LocalRateLimiter implements RateLimiter {

  /** The most bytes that a table may have: 64,000,000. */
  public static final int MOST_BYTES = 64_000_000;

  /** The bytes of a table by default: 16 MiB. */
  public static final int USUAL_BYTES = 1 << 24;

  private static final int LEAST_BYTES = 1 << 16;

  private final RatePolicy policy;
  private final LongSupplier nanoTime;
  private final long start;
  private final KeyHash hashes = new KeyHash();
  private final Cells[] cells;

  LocalRateLimiter(RatePolicy policy, int bytes, LongSupplier nanoTime) {
    unless(
        bytes >= LEAST_BYTES && bytes <= MOST_BYTES,
        "bytes",
        bytes,
        "must be 65,536 to 64,000,000");
    this.policy = policy;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    int each = bytes / policy.rules().size();
    cells = policy.rules().stream().map(rule -> Cells.of(rule, each)).toArray(Cells[]::new);
  }

  /**
   * {@return a limiter with a table of {@link #USUAL_BYTES}}
   *
   * @param policy what it decides by
   */
  public static LocalRateLimiter of(RatePolicy policy) {
    return of(policy, USUAL_BYTES);
  }

  /**
   * {@return a limiter with a table of a given size}
   *
   * @param policy what it decides by
   * @param bytes the most that the table may take, 65,536 to 64,000,000; rounded down to cells of a
   *     power of two
   */
  public static LocalRateLimiter of(RatePolicy policy, int bytes) {
    return new LocalRateLimiter(policy, bytes, System::nanoTime);
  }

  @Override
  public RatePolicy policy() {
    return policy;
  }

  @Override
  public Decision take(String key, int cost) {
    long hash = hashes.of(key);
    long now = nanoTime.getAsLong() - start;
    return Rules.all(policy.rules(), cost, number -> cells[number].take(hash, cost, now));
  }
}
