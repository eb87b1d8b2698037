package io.travelsuite.security.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory, which can be copied as a backup is. */
public final class MemorySubjectKeys implements SubjectKeyStore {

  private final TreeMap<DataSubject, SubjectRecord> rows = new TreeMap<>();

  public synchronized Map<DataSubject, SubjectRecord> backup() {
    return new TreeMap<>(rows);
  }

  public synchronized void restore(Map<DataSubject, SubjectRecord> backup) {
    rows.clear();
    rows.putAll(backup);
  }

  @Override
  public synchronized Optional<SubjectRecord> find(DataSubject subject) {
    return Optional.ofNullable(rows.get(subject));
  }

  @Override
  public synchronized SubjectRecord create(SubjectRecord first) {
    rows.putIfAbsent(first.subject(), first);
    return rows.get(first.subject());
  }

  @Override
  public synchronized boolean replace(SubjectRecord next) {
    SubjectRecord there = rows.get(next.subject());
    boolean same = there != null && !there.isDestroyed() && there.revision() == next.revision() - 1;
    if (same) {
      rows.put(next.subject(), next);
    }
    return same;
  }

  @Override
  public synchronized void destroy(DataSubject subject, Instant at) {
    SubjectRecord there = rows.get(subject);
    if (there == null || !there.isDestroyed()) {
      long revision = there == null ? 1 : there.revision() + 1;
      rows.put(subject, new SubjectRecord(subject, revision, List.of(), at));
    }
  }

  @Override
  public synchronized List<SubjectRecord> after(@Nullable DataSubject last, int limit) {
    var rest = last == null ? rows : rows.tailMap(last, false);
    return new ArrayList<>(rest.values().stream().limit(limit).toList());
  }
}
