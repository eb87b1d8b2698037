package io.travelsuite.payments.watch;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What is counted in a window, of a bounded size whatever comes. */
final class Counts {

  private static final int MOST_DIFFERENT = 32;

  private Counts() {}

  /** Of a customer. */
  static final class OfCustomer {
    private final Set<Integer> instruments = new HashSet<>();
    private final Set<String> currencies = new HashSet<>();
    private int attempts;

    /** Hashes: a fingerprint need not be kept to be counted. */
    boolean reachesCards(String instrument, int limit) {
      return instruments.size() < MOST_DIFFERENT
          && instruments.add(instrument.hashCode())
          && instruments.size() == limit;
    }

    boolean reachesTwoCurrencies(String currency) {
      return currencies.size() < 2 && currencies.add(currency) && currencies.size() == 2;
    }

    boolean reachesAttempts(int limit) {
      attempts++;
      return attempts == limit;
    }
  }

  /** Of an operator, in one currency. */
  static final class OfOperator {
    private final double[] amounts = new double[64];
    private int seen;
    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private int refunds;
    private boolean told;

    /** The median of the last 64: one outlier does not make the next one typical. */
    boolean isOutlier(double amount, WatchRules rules) {
      int known = Math.min(seen, amounts.length);
      double[] sorted = Arrays.copyOf(amounts, known);
      Arrays.sort(sorted);
      boolean outlier =
          known >= Math.min(rules.amountsAtLeast(), amounts.length)
              && amount > rules.timesTypical() * sorted[known / 2];
      amounts[seen % amounts.length] = amount;
      seen = seen == Integer.MAX_VALUE - 1 ? amounts.length : seen + 1;
      return outlier;
    }

    void captured(BigDecimal amount) {
      captured = captured.add(amount);
    }

    boolean refundsTooMuch(BigDecimal amount, WatchRules rules) {
      refunded = refunded.add(amount);
      refunds++;
      BigDecimal share = captured.multiply(BigDecimal.valueOf(rules.refundPercent()));
      boolean much =
          refunds >= rules.refundsAtLeast()
              && refunded.multiply(BigDecimal.valueOf(100)).compareTo(share) > 0;
      boolean first = much && !told;
      told = told || much;
      return first;
    }
  }
}
