package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.OperatorId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request, with legs and pools named.
 *
 * @param operator who sells them all, or null when there are none, or none that exist
 * @param sale the lines, numbered from 0, with the terms they are asked by
 * @param refusal when an occurrence does not exist, or does not sell such units
 */
record ResolvedLines(@Nullable OperatorId operator, Sale sale, @Nullable NotOnSale refusal) {

  static final ResolvedLines NONE = new ResolvedLines(null, Sale.NOTHING, null);

  static ResolvedLines refused(@Nullable OperatorId operator, NotOnSale refusal) {
    return new ResolvedLines(operator, Sale.NOTHING, refusal);
  }

  List<BookedLine> lines() {
    return sale.resolved();
  }

  /** The same lines numbered from another number. */
  List<BookedLine> numberedFrom(int first) {
    return lines().stream().map(line -> line.number(first + line.number())).toList();
  }
}
