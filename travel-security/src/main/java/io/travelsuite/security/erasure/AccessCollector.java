package io.travelsuite.security.erasure;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.security.data.DataSubject;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right of access: collects what all places hold about a person into one JSON. It is all or
 * nothing: when a place fails, or holds more than the bound, an exception is thrown, since an
 * answer with a part left out would be a wrong one. Thread-safe.
 */
public final class AccessCollector {

  /** Records of one place at most. */
  public static final int MOST_RECORDS = 10_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");
  private static final Set<String> TAKEN = Set.of("subject", "subjects", "collected_at");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<PersonalRecords> places;
  private final Clock clock;

  /**
   * What collects.
   *
   * @param places every place that holds something about persons, each with a name of its own
   * @param clock what time it is
   */
  public AccessCollector(List<PersonalRecords> places, Clock clock) {
    Set<String> names = new HashSet<>(TAKEN);
    for (PersonalRecords place : places) {
      boolean good = NAME.matcher(place.name()).matches() && names.add(place.name());
      unless(good, "name", place.name(), "must be 1 to 64 of a-z 0-9 _, each once");
    }
    this.places = List.copyOf(places);
    this.clock = clock;
  }

  /**
   * Collects.
   *
   * @param subject about whom
   * @return everything
   * @throws io.travelsuite.InvalidRequestException if a place holds more than {@value
   *     #MOST_RECORDS} records, or a value of another kind; the message does not show it
   */
  public AccessReport collect(DataSubject subject) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("subject", subject.toString());
    return collect(all, List.of(subject));
  }

  /**
   * Collects about one person whom an operator knows under several ids, as one for each booking.
   *
   * @param subjects about whom, 1 to {@value #MOST_RECORDS}
   * @return everything; the ids stand in an array
   * @throws io.travelsuite.InvalidRequestException as from {@link #collect(DataSubject)}
   */
  public AccessReport collect(Collection<DataSubject> subjects) {
    boolean some = !subjects.isEmpty() && subjects.size() <= MOST_RECORDS;
    unless(some, "subjects", subjects.size(), "must be 1 to 10,000");
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("subjects", subjects.stream().map(DataSubject::toString).toList());
    return collect(all, subjects);
  }

  private AccessReport collect(
      Map<String, @Nullable Object> all, Collection<DataSubject> subjects) {
    all.put("collected_at", clock.instant().toString());
    int count = 0;
    for (PersonalRecords place : places) {
      List<@Nullable Object> records = new ArrayList<>();
      for (DataSubject subject : subjects) {
        place.about(subject, MOST_RECORDS + 1 - records.size()).forEach(r -> records.add(plain(r)));
        unless(
            records.size() <= MOST_RECORDS, place.name(), records.size(), "must be 10,000 or less");
      }
      all.put(place.name(), records);
      count += records.size();
    }
    try {
      return new AccessReport(JSON.writeValueAsString(all), count);
    } catch (JsonProcessingException plainValuesAreWritten) {
      throw new IllegalStateException("plain values could not be written");
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof String || value instanceof TemporalAccessor) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      return java.util.Arrays.asList(list.stream().map(AccessCollector::plain).toArray());
    }
    unless(value instanceof Map, "value", value.getClass().getName(), "must be a plain one");
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, each) -> plain.put(String.valueOf(name), plain(each)));
    return plain;
  }
}
