package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.OperatorId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request, with legs and pools named.
 *
 * @param operator who sells them all, or null when there are none
 * @param lines numbered from 0
 * @param refusal when an occurrence does not exist
 */
record ResolvedLines(
    @Nullable OperatorId operator, List<BookedLine> lines, @Nullable NotOnSale refusal) {

  static final ResolvedLines NONE = new ResolvedLines(null, List.of(), null);

  /** The same lines numbered from another number. */
  List<BookedLine> numberedFrom(int first) {
    List<BookedLine> numbered = new ArrayList<>();
    for (BookedLine line : lines) {
      numbered.add(
          new BookedLine(
              first + line.number(),
              line.occurrence(),
              line.legs(),
              line.takes(),
              line.units(),
              line.seats()));
    }
    return numbered;
  }
}
