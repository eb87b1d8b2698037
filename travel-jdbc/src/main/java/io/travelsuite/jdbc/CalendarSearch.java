package io.travelsuite.jdbc;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.search.SearchRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds occurrences of a product, by their local start. */
record CalendarSearch(ProductId product, SearchRequest request) {

  private static final Comparator<FoundOccurrence> BY_START =
      Comparator.comparing((FoundOccurrence found) -> found.row().occurrence().localStart())
          .thenComparing(found -> found.row().occurrence().label());

  SearchHits hits(Handle handle) {
    FoundOccurrence.Rows rows = new FoundOccurrence.Rows();
    Key after = request.after() == null ? null : Key.parse(request.after());
    Sql.query(handle, SearchSql.calendar(after != null), values(after), rows::add);
    List<FoundOccurrence> found = rows.all();
    found.sort(BY_START);
    if (found.size() <= request.limit()) {
      return new SearchHits(found, null);
    }
    List<FoundOccurrence> page = found.subList(0, request.limit());
    return new SearchHits(page, Key.of(page.get(page.size() - 1).row().occurrence()).text());
  }

  private List<Object> values(@Nullable Key after) {
    LocalDateTime first = request.dates().first().atStartOfDay();
    LocalDateTime start = after == null || after.start().isBefore(first) ? first : after.start();
    List<Object> values =
        new ArrayList<>(
            List.of(
                product.value(),
                UtcTime.text(start),
                UtcTime.text(request.dates().last().plusDays(1).atStartOfDay())));
    if (after != null) {
      values.add(UtcTime.text(after.start()));
      values.add(after.label());
    }
    values.add(request.limit() + 1);
    return values;
  }

  /** The last of a page. */
  private record Key(LocalDateTime start, String label) {

    static Key of(Occurrence occurrence) {
      return new Key(occurrence.localStart(), occurrence.label());
    }

    String text() {
      return start + "/" + label;
    }

    static Key parse(String text) {
      try {
        int slash = text.indexOf('/');
        return new Key(LocalDateTime.parse(text.substring(0, slash)), text.substring(slash + 1));
      } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
        throw new InvalidRequestException("after", text, "must be what a page gave as next");
      }
    }
  }
}
