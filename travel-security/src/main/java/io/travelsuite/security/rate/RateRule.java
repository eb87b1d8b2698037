package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many units a window. A limit of 0 denies everything.
 *
 * @param limit 0 to 1,000,000,000 units; 1,000 at most for {@link Algorithm#SLIDING_LOG}
 * @param window whole seconds, 1 second to 366 days
 * @param algorithm how it counts
 */
public record RateRule(int limit, Duration window, Algorithm algorithm) {

  /** The most units that a rule may allow. */
  public static final int MOST = 1_000_000_000;

  /** The most units with {@link Algorithm#SLIDING_LOG}. */
  public static final int MOST_LOGGED = 1_000;

  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern TEXT = Pattern.compile("([^/]*)/([^/]*)");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final Pattern UNITS = Pattern.compile("([1-9][0-9]{0,7})?([smhd])");
  private static final int LONGEST_TEXT = 32;

  /** Checks the ranges. */
  public RateRule {
    unless(limit >= 0 && limit <= MOST, "limit", limit, "must be 0 to 1,000,000,000");
    unless(
        algorithm != Algorithm.SLIDING_LOG || limit <= MOST_LOGGED,
        "limit",
        limit,
        "must be at most 1,000 in a sliding log");
    boolean whole = window.equals(Duration.ofSeconds(window.toSeconds()));
    unless(
        whole && window.toSeconds() >= 1 && window.compareTo(LONGEST) <= 0,
        "window",
        window,
        "must be whole seconds, 1 second to 366 days");
  }

  /**
   * Reads a rule: a whole number, a slash, and a window of seconds ({@code s}), minutes ({@code
   * m}), hours ({@code h}) or days of 24 hours ({@code d}), of which there may be several: {@code
   * 10/m}, {@code 100/h}, {@code 5/15m}, {@code 0/s}. Counted by {@link Algorithm#GCRA}.
   *
   * <p>Everything else is refused with what is wrong, and nothing is guessed: {@code 10/week} is
   * not ten a second, nor {@code 10/min} ten a minute, and neither signs, spaces, leading zeros,
   * separators, capitals nor digits of other scripts are read over.
   *
   * @param text the rule, 32 characters at most
   * @return the rule
   * @throws io.travelsuite.InvalidRequestException if it is none
   */
  public static RateRule parse(String text) {
    unless(text.length() <= LONGEST_TEXT, "rule", text, "must be at most 32 characters");
    Matcher parts = TEXT.matcher(text);
    unless(parts.matches(), "rule", text, "must be a number and a window, as 10/m");
    String number = parts.group(1);
    unless(
        NUMBER.matcher(number).matches() && Long.parseLong(number) <= MOST,
        "rule",
        text,
        "must begin with a number of 0 to 1000000000, digits only and no leading zero");
    Matcher window = UNITS.matcher(parts.group(2));
    unless(
        window.matches(),
        "rule",
        text,
        "must end in one of the units s, m, h, d, with or without a number before it, as 10/m, 5/15m");
    long count = window.group(1) == null ? 1 : Long.parseLong(window.group(1));
    return of(Integer.parseInt(number), Duration.ofSeconds(count * seconds(window.group(2))));
  }

  /**
   * {@return a rule counted by {@link Algorithm#GCRA}}
   *
   * @param limit 0 to 1,000,000,000 units
   * @param window whole seconds, 1 second to 366 days
   */
  public static RateRule of(int limit, Duration window) {
    return new RateRule(limit, window, Algorithm.GCRA);
  }

  /**
   * {@return the same rule, counted otherwise}
   *
   * @param other how
   */
  public RateRule countedBy(Algorithm other) {
    return new RateRule(limit, window, other);
  }

  private static int seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3600;
      default -> 86_400;
    };
  }

  /** {@return the rule as {@link #parse} reads it, in the largest unit that goes} */
  public String text() {
    long length = window.toSeconds();
    String unit =
        length % 86_400 == 0 ? "d" : length % 3600 == 0 ? "h" : length % 60 == 0 ? "m" : "s";
    long count = length / seconds(unit);
    return limit + "/" + (count == 1 ? "" : Long.toString(count)) + unit;
  }
}
