package io.travelsuite.jdbc;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds occurrences that call at two stops in order, by when they leave the first. */
record BetweenSearch(SearchScope.Between scope, SearchRequest request) {

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::departs)
          .thenComparing(Key::id, BinaryId::compare)
          .thenComparing(Key::from);

  SearchHits hits(Handle handle) {
    Instant earliest = request.dates().first().atStartOfDay().toInstant(ZoneOffset.MAX);
    List<LayoutSection> sections =
        LayoutStopTable.sections(handle, scope.operator(), scope.stops(), earliest);
    Key after = request.after() == null ? null : Key.parse(request.after());
    List<FoundOccurrence> found = new ArrayList<>();
    for (int from = 0; from < sections.size(); from += Placeholders.MOST_KEYS) {
      int to = Math.min(sections.size(), from + Placeholders.MOST_KEYS);
      found.addAll(find(handle, sections.subList(from, to), after));
    }
    found.sort(Comparator.comparing(Key::of, ORDER));
    String next = null;
    if (found.size() > request.limit()) {
      found = found.subList(0, request.limit());
      next = Key.of(found.get(found.size() - 1)).text();
    }
    return new SearchHits(within(found, sections), next);
  }

  private List<FoundOccurrence> find(
      Handle handle, List<LayoutSection> sections, @Nullable Key after) {
    List<Object> values =
        new ArrayList<>(
            List.of(scope.stops().to(), scope.stops().from(), scope.operator().value()));
    for (LayoutSection section : sections) {
      values.add(section.layout().bytes());
      values.add(section.zone());
      values.add(UtcTime.text(start(section, after)));
      values.add(UtcTime.text(end(section)));
    }
    scope.products().stream().map(ProductId::value).forEach(values::add);
    if (after != null) {
      String departs = UtcTime.text(after.departs());
      values.addAll(List.of(departs, departs, after.id(), after.id(), after.from()));
    }
    values.add(request.limit() + 1);
    values.add(request.limit() + 1);
    FoundOccurrence.Rows rows = new FoundOccurrence.Rows();
    String sql = SearchSql.between(sections.size(), scope.products().size(), after != null);
    Sql.query(handle, sql, values, rows::add);
    return rows.all();
  }

  private Instant start(LayoutSection section, @Nullable Key after) {
    Instant first = section.startOf(request.dates().first());
    if (after == null) {
      return first;
    }
    Instant later = after.departs().minus(section.departure());
    return later.isAfter(first) ? later : first;
  }

  private Instant end(LayoutSection section) {
    return section.startOf(request.dates().last().plusDays(1));
  }

  /** A run that comes to a stop twice is found by either visit; those of no section are dropped. */
  private List<FoundOccurrence> within(List<FoundOccurrence> found, List<LayoutSection> sections) {
    Map<LayoutSection.Visit, LayoutSection> byBegin = new HashMap<>();
    sections.forEach(section -> byBegin.put(section.begin(), section));
    return found.stream()
        .filter(
            one -> {
              OccurrenceRow row = one.row();
              String zone = row.occurrence().zone().getId();
              LayoutSection section =
                  byBegin.get(new LayoutSection.Visit(row.layout(), zone, one.from()));
              Instant starts = row.occurrence().startsAt();
              return section != null
                  && starts.isBefore(end(section))
                  && !starts.isBefore(section.startOf(request.dates().first()));
            })
        .toList();
  }

  /** The last of a page. */
  private record Key(Instant departs, UUID id, int from) {

    static Key of(FoundOccurrence found) {
      return new Key(found.departs(), found.row().occurrence().id().value(), found.from());
    }

    String text() {
      return departs + "/" + id + "/" + from;
    }

    static Key parse(String text) {
      try {
        String[] parts = text.split("/", 3);
        return new Key(
            Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
      } catch (DateTimeParseException
          | IllegalArgumentException
          | ArrayIndexOutOfBoundsException e) {
        throw new InvalidRequestException("after", text, "must be what a page gave as next");
      }
    }
  }
}
