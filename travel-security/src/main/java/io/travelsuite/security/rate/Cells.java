package io.travelsuite.security.rate;

/**
 * The counts of one rule in a table of fixed size. Keys have no entries: a key's hash says which
 * cell it shares. So nothing can be evicted or forgotten, whatever stream of keys comes; what
 * others in the cell use counts too, which may deny a key early and never allows it late.
 *
 * <p>Each decision is one compare-and-set of one cell.
 */
abstract sealed class Cells permits GcraCells, WindowCells, LogCells {

  private static final int HASH_BITS = 64;

  private final int shift;

  /** With a number of cells that is a power of two, 2 at least. */
  Cells(int cells) {
    shift = HASH_BITS - Integer.numberOfTrailingZeros(cells);
  }

  /** As many cells of so many bytes as fit, rounded down to a power of two. */
  static int count(int bytes, int bytesEach) {
    return Math.max(2, Integer.highestOneBit(bytes / bytesEach));
  }

  static Cells of(RateRule rule, int bytes) {
    return switch (rule.algorithm()) {
      case GCRA -> new GcraCells(rule, bytes);
      case FIXED_WINDOW -> new WindowCells(rule, bytes);
      case SLIDING_LOG -> new LogCells(rule, bytes);
    };
  }

  final int cell(long hash) {
    return (int) (hash >>> shift);
  }

  /**
   * Takes units, if they are there.
   *
   * @param hash of the key
   * @param cost 1 to the limit
   * @param now in nanoseconds since some moment, 0 or more, not falling
   */
  abstract Decision take(long hash, int cost, long now);
}
