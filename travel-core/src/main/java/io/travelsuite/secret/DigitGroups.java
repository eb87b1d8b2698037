package io.travelsuite.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks over the groups of digits of a text and finds those that make a card number. */
final class DigitGroups {

  private static final int MOST_DIGITS = 19;
  private static final int LONGEST_SEPARATOR = 3;

  /** What was found: from its first digit to behind its last one. */
  record Span(int from, int to, String lastFour) {}

  /** A part of the text: digits, or what is between two of them. */
  private record Group(int from, int to) {
    int size() {
      return to - from;
    }
  }

  private static final Pattern UUID =
      Pattern.compile("\\b\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}\\b");

  private final CharSequence text;
  private @Nullable Matcher uuids;
  private boolean uuidsLeft;
  private int position;

  DigitGroups(CharSequence text) {
    this.text = text;
  }

  /** Groups are asked about from the left to the right, and few are: the search is dear. */
  private boolean isInUuid(Group group) {
    Matcher found = uuids;
    if (found == null) {
      found = UUID.matcher(text);
      uuids = found;
      uuidsLeft = found.find();
    }
    while (uuidsLeft && found.end() <= group.from()) {
      uuidsLeft = found.find();
    }
    return uuidsLeft && found.start() <= group.from();
  }

  /** The next card number, or null at the end of the text. */
  @Nullable Span next() {
    while (true) {
      Group first = groupFrom(position);
      if (first == null) {
        position = text.length();
        return null;
      }
      Span found = first.size() > MOST_DIGITS ? null : cardBeginningWith(first);
      if (found != null && !isInUuid(first)) {
        position = found.to();
        return found;
      }
      position = first.to();
    }
  }

  private @Nullable Span cardBeginningWith(Group first) {
    List<Group> groups = new ArrayList<>(List.of(first));
    StringBuilder digits = new StringBuilder(MOST_DIGITS);
    append(digits, first);
    Group separator = null;
    boolean mixed = false;
    Span longest = null;
    while (CardRange.mayBegin(digits)) {
      Group last = groups.get(groups.size() - 1);
      boolean grouped = !mixed && isPlausible(groups, digits.length());
      if (CardRange.isCard(digits) && (grouped || isCardShaped(groups))) {
        longest = new Span(first.from(), last.to(), digits.substring(digits.length() - 4));
      }
      Group following = following(last);
      if (following == null || digits.length() + following.size() > MOST_DIGITS) {
        return longest;
      }
      Group between = new Group(last.to(), following.from());
      mixed = mixed || (separator != null && !sameText(separator, between));
      separator = between;
      groups.add(following);
      append(digits, following);
    }
    return null; // what no card begins with ends the search early
  }

  private boolean sameText(Group one, Group other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = text.charAt(one.from() + i) == text.charAt(other.from() + i);
    }
    return same;
  }

  /**
   * Groups with the same separator between them. A plus sign makes a telephone number of what is no
   * longer than those are. Thirteen digits in groups are a telephone number too, unless the groups
   * are a card's.
   */
  private boolean isPlausible(List<Group> groups, int digits) {
    int from = groups.get(0).from();
    boolean plus = from > 0 && text.charAt(from - 1) == '+';
    if (digits > 14) {
      return digits > 15 || !plus;
    }
    return !plus && (groups.size() == 1 || groups.size() == digits);
  }

  /** As cards are embossed: so grouped, the separators may differ. */
  private static boolean isCardShaped(List<Group> groups) {
    StringBuilder shape = new StringBuilder();
    groups.forEach(group -> shape.append(group.size()).append(' '));
    return switch (shape.toString()) {
      case "4 3 3 3 ", "4 4 4 1 ", "4 4 5 ", "4 6 4 ", "4 4 4 2 " -> true;
      case "4 6 5 ", "4 4 4 4 ", "4 4 4 4 3 " -> true;
      default -> false;
    };
  }

  /** The group behind a separator, if there is one. */
  private @Nullable Group following(Group group) {
    int end = group.to();
    if (isEncodedSpace(end)) {
      end += 3;
    }
    while (end < text.length() && end - group.to() < LONGEST_SEPARATOR && separates(end)) {
      end++;
    }
    return end > group.to() && end < text.length() && isDigit(end) ? groupFrom(end) : null;
  }

  private @Nullable Group groupFrom(int start) {
    int from = start;
    while (from < text.length() && !isDigit(from)) {
      from++;
    }
    int to = from;
    while (to < text.length() && isDigit(to)) {
      to++;
    }
    return from == to ? null : new Group(from, to);
  }

  private void append(StringBuilder digits, Group group) {
    for (int at = group.from(); at < group.to(); at++) {
      digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
    }
  }

  private boolean isDigit(int at) {
    char c = text.charAt(at);
    return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private boolean isEncodedSpace(int at) {
    return at + 3 <= text.length()
        && text.charAt(at) == '%'
        && text.charAt(at + 1) == '2'
        && text.charAt(at + 2) == '0';
  }

  private boolean separates(int at) {
    char c = text.charAt(at);
    int type = Character.getType(c);
    return c == '\t'
        || type == Character.SPACE_SEPARATOR
        || type == Character.DASH_PUNCTUATION
        || type == Character.FORMAT
        || "._/\\+*·•".indexOf(c) >= 0;
  }
}
