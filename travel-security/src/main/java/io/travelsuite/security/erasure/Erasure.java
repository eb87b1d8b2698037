package io.travelsuite.security.erasure;

import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.SubjectKeys;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Erases persons: it is written into the journal first, then their keys are destroyed, then rows
 * are anonymised. A crash between these is made good by {@link #replay}, and so is a restored
 * backup: both leave a journal that knows more than the database. Thread-safe.
 */
public final class Erasure {

  private final ErasureJournal journal;
  private final SubjectKeys keys;
  private final List<PersonalRows> rows;
  private final Clock clock;

  /**
   * What erases.
   *
   * @param journal outside the database
   * @param keys of all subjects
   * @param rows every place that holds something about a person beside sealed fields
   * @param clock what time it is
   */
  public Erasure(ErasureJournal journal, SubjectKeys keys, List<PersonalRows> rows, Clock clock) {
    this.journal = journal;
    this.keys = keys;
    this.rows = List.copyOf(rows);
    this.clock = clock;
  }

  /**
   * What was erased.
   *
   * @param subjects persons
   * @param rows rows that were anonymised
   * @param torn whether the journal's last line was broken off: ask who wanted to be erased then
   */
  public record Report(int subjects, long rows, boolean torn) {}

  /**
   * Erases a person, for good. When it throws, nobody was told that it is done: call it again.
   *
   * @param subject who
   * @return what was done
   * @throws JournalException if the journal can't be written; nothing was erased then
   */
  public Report erase(DataSubject subject) {
    journal.append(new JournalEntry(subject, clock.instant()));
    return new Report(1, erased(subject), false);
  }

  /**
   * Erases again whom the journal names: after a backup was restored, before anybody reads it; and
   * at each start. What is erased already is not changed.
   *
   * @return what was done
   * @throws JournalException if the journal was altered: then look after it before going on
   */
  public Report replay() {
    JournalContent content = journal.read();
    Set<DataSubject> done = new HashSet<>();
    long changed = 0;
    for (JournalEntry entry : content.entries()) {
      if (done.add(entry.subject())) {
        changed += erased(entry.subject());
      }
    }
    return new Report(done.size(), changed, content.torn());
  }

  private long erased(DataSubject subject) {
    keys.destroy(subject);
    return rows.stream().mapToLong(place -> place.anonymise(subject)).sum();
  }
}
