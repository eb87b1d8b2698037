package io.travelsuite.security.backup;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How many backups are kept: the newest of each of the last days, weeks and months that have one,
 * in UTC, as {@code restic forget} counts them. The newest of all is always kept.
 *
 * @param days how many days, 1 to 366
 * @param weeks how many weeks from Monday to Sunday, 0 to 520
 * @param months how many months, 0 to 120
 */
public record BackupRetention(int days, int weeks, int months) {

  /** Seven days, five weeks, twelve months. */
  public static final BackupRetention DEFAULT = new BackupRetention(7, 5, 12);

  /** Checks the ranges. */
  public BackupRetention {
    unless(days >= 1 && days <= 366, "days", days, "must be 1 to 366");
    unless(weeks >= 0 && weeks <= 520, "weeks", weeks, "must be 0 to 520");
    unless(months >= 0 && months <= 120, "months", months, "must be 0 to 120");
  }

  /**
   * {@return which of some backups are kept}
   *
   * @param names their names
   */
  public Set<String> kept(Collection<String> names) {
    List<String> newestFirst = names.stream().sorted(Comparator.reverseOrder()).toList();
    Set<String> kept = new HashSet<>();
    keep(newestFirst, LocalDateTime::toLocalDate, days, kept);
    keep(newestFirst, time -> monday(time.toLocalDate()), weeks, kept);
    keep(newestFirst, YearMonth::from, months, kept);
    return kept;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
  }

  private static void keep(
      List<String> newestFirst, Function<LocalDateTime, ?> period, int most, Set<String> kept) {
    Set<Object> seen = new HashSet<>();
    for (String name : newestFirst) {
      if (seen.size() < most && seen.add(period.apply(Names.time(name)))) {
        kept.add(name);
      }
    }
  }
}
