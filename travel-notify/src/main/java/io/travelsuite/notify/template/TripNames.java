package io.travelsuite.notify.template;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.SeatChange;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.notice.NoticeLine;
import io.travelsuite.notify.notice.Place;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What templates see of a line. */
final class TripNames {

  private final Words words;
  private final Locale locale;

  TripNames(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** {@return the names of a trip, those of lines and tickets alike} */
  Map<String, Object> of(NoticeLine line) {
    Map<String, Object> names = new HashMap<>();
    names.put("title", CleanText.oneLine(line.title()));
    place(names, "from", line.from());
    place(names, "to", line.to());
    time(names, "start", line.start());
    time(names, "end", line.end());
    names.put("clocksDiffer", line.clocksDiffer() ? "yes" : "");
    names.put("fareClass", CleanText.oneLine(line.line().fareClass()));
    return names;
  }

  private static void place(Map<String, Object> names, String key, @Nullable Place place) {
    names.put(key, place == null ? "" : CleanText.oneLine(place.name()));
    names.put(key + "Address", place == null ? "" : CleanText.oneLine(place.address()));
  }

  private void time(Map<String, Object> names, String key, @Nullable ZonedDateTime time) {
    names.put(key, time == null ? "" : dateTime(time));
    names.put(key + "Date", time == null ? "" : TimeText.date(time, locale));
    names.put(key + "Time", time == null ? "" : TimeText.time(time, locale));
    names.put(key + "Zone", time == null ? "" : TimeText.zone(time, locale));
  }

  Phrase dateTime(ZonedDateTime time) {
    return words.phrase(
        "dateTime",
        Map.of(
            "date", TimeText.date(time, locale),
            "time", TimeText.time(time, locale),
            "zone", TimeText.zone(time, locale)));
  }

  Phrase dateTimeShort(ZonedDateTime time) {
    String date = TimeText.shortDate(time, locale);
    return words.phrase("dateTimeShort", Map.of("date", date, "time", TimeText.time(time, locale)));
  }

  /** {@return so many units of a line} */
  Phrase units(NoticeLine line, int count) {
    String code = CleanText.oneLine(Objects.requireNonNullElse(line.line().fareUnit(), ""));
    return words.units(count, code, number(count));
  }

  String number(long n) {
    return NumberFormat.getIntegerInstance(locale).format(n);
  }

  /** {@return the seats of some units; those of one who changes on the way with a slash between} */
  static String seats(BookedLine line, List<Integer> units) {
    if (line.seats().isEmpty()) {
      return "";
    }
    StringBuilder seats = new StringBuilder();
    for (int unit : units) {
      seats.append(seats.isEmpty() ? "" : ", ").append(line.seats().get(unit));
      for (SeatChange change : line.seatChanges()) {
        seats.append(change.unit() == unit ? " / " + change.seat() : "");
      }
    }
    return CleanText.oneLine(seats.toString());
  }
}
