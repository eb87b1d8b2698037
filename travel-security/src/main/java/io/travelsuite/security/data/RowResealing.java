package io.travelsuite.security.data;

import io.travelsuite.security.data.JobBatches.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Seals a row by the current key of its subject. */
final class RowResealing {

  private static final int TRIES = 10;

  private final SubjectKeys keys;
  private final SealedRows rows;
  private final FieldCipher cipher = new FieldCipher();

  RowResealing(SubjectKeys keys, SealedRows rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /** What does not open is left as it is; so is what nobody can read any longer. */
  Outcome reseal(SealedRow row) {
    return reseal(row, TRIES);
  }

  private Outcome reseal(SealedRow row, int tries) {
    try {
      SubjectKeysResult found = keys.reload(row.subject());
      if (!(found instanceof SubjectKeysResult.Usable usable)) {
        return Outcome.UNCHANGED;
      }
      Optional<SealedRow> next = resealed(row, usable.keys());
      if (next.isEmpty()) {
        return Outcome.UNCHANGED;
      }
      return rows.replace(row, next.get()) ? Outcome.CHANGED : again(row, tries - 1);
    } catch (UnreadableFieldException unreadable) {
      return Outcome.FAILED;
    } catch (KeyUnavailableException unavailable) {
      if (unavailable.retryable()) {
        throw unavailable;
      }
      return Outcome.FAILED;
    }
  }

  /**
   * Somebody wrote it meanwhile, perhaps one of its fields only: the others are still to be done.
   */
  private Outcome again(SealedRow row, int tries) {
    Optional<SealedRow> there = rows.find(row.place());
    if (there.isEmpty()) {
      return Outcome.UNCHANGED;
    }
    return tries > 0 ? reseal(there.get(), tries) : Outcome.FAILED;
  }

  private Optional<SealedRow> resealed(SealedRow row, DataKeys known) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, byte[]> fields = new LinkedHashMap<>(row.fields());
    row.fields()
        .forEach(
            (column, bytes) -> {
              FieldPlace place = row.place().column(column);
              String text = cipher.open(known, place, bytes);
              texts.put(column, text);
              if (FieldCipher.keyId(bytes).orElse(0) != known.current().id()) {
                fields.put(column, cipher.seal(known.current(), place, text));
              }
            });
    Map<String, byte[]> indexes = rows.indexes(row.place(), texts);
    boolean unchanged = same(fields, row.fields()) && same(indexes, row.indexes());
    return unchanged ? Optional.empty() : Optional.of(row.with(fields, indexes));
  }

  private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
    return some.keySet().equals(others.keySet())
        && some.keySet().stream()
            .allMatch(column -> Arrays.equals(some.get(column), others.get(column)));
  }
}
