package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Line;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs calls with their lines resolved and priced, again for as long as terms move on under it. */
final class Selling {

  /** Each time somebody has changed the terms in between, so that this is never met. */
  private static final int MOST_REVISIONS = 1_000;

  private final LineResolver resolver;
  private final Pricing pricing;

  Selling(LineResolver resolver, Pricing pricing) {
    this.resolver = resolver;
    this.pricing = pricing;
  }

  <R> R sell(
      List<Line> lines,
      @Nullable String channel,
      @Nullable String promo,
      Function<ResolvedLines, R> call) {
    ResolvedLines resolved = resolver.resolve(lines, channel);
    for (int i = 0; i < MOST_REVISIONS; i++) {
      try {
        return call.apply(pricing.price(resolved, promo));
      } catch (StaleTermsException e) {
        resolved = resolver.resolveAgain(lines, e.channel(), e.occurrences());
      }
    }
    throw new StorageException("the terms of sale kept changing; try again", true, null);
  }
}
