package io.travelsuite.examples.gtfs;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A code for every stop, of 1 to 32 printable ASCII characters without space, no two alike. It is
 * what the feed shows riders (stop_code), or else the key (stop_id), without accents and with a
 * hyphen for what is not ASCII. In the feed different stops may show the same: then each of them
 * gets its key added, and where even that is not enough a number.
 */
final class StopCodes {

  private static final int LONGEST = 32;

  private StopCodes() {}

  /** The codes by the stops' keys, in the order of the stops. */
  static Map<String, String> of(Collection<Feed.Stop> stops) {
    Map<String, Long> uses =
        stops.stream()
            .map(StopCodes::shown)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> taken = new HashSet<>(uses.keySet());
    Map<String, String> codes = new LinkedHashMap<>();
    for (Feed.Stop stop : stops) {
      String shown = shown(stop);
      boolean alone = uses.getOrDefault(shown, 0L) == 1;
      codes.put(stop.id(), alone ? shown : free(shown, ascii(stop.id()), taken));
    }
    return codes;
  }

  private static String free(String shown, String id, Set<String> taken) {
    String code = with(shown, id);
    for (int number = 2; !taken.add(code); number++) {
      code = with(with(shown, id), String.valueOf(number));
    }
    return code;
  }

  /** The end stays whole, and of the beginning what there is room for. */
  private static String with(String beginning, String end) {
    String kept = cut(end, LONGEST - 2);
    return cut(beginning, LONGEST - 1 - kept.length()) + "-" + kept;
  }

  private static String shown(Feed.Stop stop) {
    return ascii(stop.code().isEmpty() ? stop.id() : stop.code());
  }

  private static String ascii(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return cut(plain.replaceAll("[^!-~]+", "-"), LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
