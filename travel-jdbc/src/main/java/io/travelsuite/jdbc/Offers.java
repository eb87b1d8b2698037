package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.SaleTerms;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Offers, the recently used ones kept: at most 100,000 of them, and of the layouts they share about
 * 1,000,000 labels and stops, which is some 100 MB when all are different. What is kept may be
 * older than the database: see {@link Sale#revision}. Thread-safe.
 */
final class Offers {

  private static final String PAST_SNAPSHOT = " LOCK IN SHARE MODE";

  private final Recent<OccurrenceId, Offer> recent = new Recent<>(100_000, offer -> 1);
  private final Recent<DocumentId, Layout> layouts = new Recent<>(1_000_000, Layout::weight);
  private final Recent<DocumentId, SaleTerms> terms =
      new Recent<>(1_000_000, t -> 10 + t.seats().size() + 10 * t.units().size());

  /** The offers of those that exist, perhaps as they were. */
  Map<OccurrenceId, Offer> find(Transactions transactions, Collection<OccurrenceId> wanted) {
    Map<OccurrenceId, Offer> found = new HashMap<>();
    Set<OccurrenceId> missing = new HashSet<>();
    for (OccurrenceId id : wanted) {
      Offer offer = recent.get(id);
      if (offer == null) {
        missing.add(id);
      } else {
        found.put(id, offer);
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(read(transactions, missing));
    }
    return found;
  }

  @Nullable Offer find(Transactions transactions, OccurrenceId id) {
    return find(transactions, Set.of(id)).get(id);
  }

  /** The offers of those that exist, as they are now. */
  Map<OccurrenceId, Offer> findAgain(Transactions transactions, Collection<OccurrenceId> wanted) {
    if (wanted.isEmpty()) {
      return new HashMap<>();
    }
    wanted.forEach(recent::remove);
    return transactions.joined()
        ? transactions.read(
            Transactions.Freshness.LOCAL, handle -> offers(handle, sorted(wanted), PAST_SNAPSHOT))
        : read(transactions, wanted);
  }

  /**
   * A host's snapshot may be older than the occurrence, so that what it does not show is looked up
   * once more by a locking read of the exact key.
   */
  private Map<OccurrenceId, Offer> read(Transactions transactions, Collection<OccurrenceId> ids) {
    Map<OccurrenceId, Offer> found =
        new HashMap<>(
            transactions.read(
                Transactions.Freshness.CLUSTER, handle -> offers(handle, sorted(ids), "")));
    if (!transactions.joined()) { // a host's transaction may yet take its occurrence back
      found.forEach(recent::put);
    } else if (found.size() < ids.size()) {
      Set<OccurrenceId> missing = sorted(ids);
      missing.removeAll(found.keySet());
      found.putAll(
          transactions.read(
              Transactions.Freshness.LOCAL, handle -> offers(handle, missing, PAST_SNAPSHOT)));
    }
    return found;
  }

  private static Set<OccurrenceId> sorted(Collection<OccurrenceId> ids) {
    Set<OccurrenceId> sorted = new TreeSet<>((a, b) -> BinaryId.compare(a.value(), b.value()));
    sorted.addAll(ids);
    return sorted;
  }

  private Map<OccurrenceId, Offer> offers(Handle handle, Set<OccurrenceId> ids, String lock) {
    Map<OccurrenceId, Offer> offers = new HashMap<>();
    offers(handle, OccurrenceTable.read(handle, ids, lock))
        .forEach(offer -> offers.put(offer.occurrence().id(), offer));
    return offers;
  }

  /** The offers of rows that were read. */
  List<Offer> offers(Handle handle, List<OccurrenceRow> rows) {
    Map<DocumentId, Layout> ofLayouts =
        documents(
            handle, rows.stream().map(OccurrenceRow::layout).toList(), layouts, LayoutJson::read);
    Map<DocumentId, SaleTerms> ofTerms =
        documents(handle, rows.stream().map(OccurrenceRow::terms).toList(), terms, TermsJson::read);
    return rows.stream()
        .map(
            row ->
                row.offer(
                    Objects.requireNonNull(ofLayouts.get(row.layout())),
                    Objects.requireNonNull(ofTerms.get(row.terms()))))
        .toList();
  }

  /** Documents never change, so that one may be kept once it was seen, whoever wrote it. */
  private static <T> Map<DocumentId, T> documents(
      Handle handle, List<DocumentId> ids, Recent<DocumentId, T> kept, Function<String, T> reader) {
    Map<DocumentId, T> found = new HashMap<>();
    Set<DocumentId> missing = new HashSet<>();
    for (DocumentId id : ids) {
      T document = kept.get(id);
      if (document == null) {
        missing.add(id);
      } else {
        found.put(id, document);
      }
    }
    Map<DocumentId, String> texts = new HashMap<>(DocumentTable.read(handle, missing, ""));
    missing.removeAll(texts.keySet());
    texts.putAll(DocumentTable.read(handle, missing, PAST_SNAPSHOT));
    texts.forEach(
        (id, text) -> {
          T document = reader.apply(text);
          kept.put(id, document);
          found.put(id, document);
        });
    return found;
  }
}
