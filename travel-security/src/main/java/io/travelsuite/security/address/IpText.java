package io.travelsuite.security.address;

import org.jspecify.annotations.Nullable;

/** Reads addresses. Every text is judged in time linear in its length, and is refused by null. */
final class IpText {

  /** Of an IPv6 address with an IPv4 tail and a zone. */
  private static final int LONGEST = 45 + 1 + 32;

  private static final int NOT_A_NUMBER = -1;

  private IpText() {}

  /** An address with or without a port. */
  static @Nullable IpAddress host(String text) {
    if (text.length() > LONGEST + 8) {
      return null;
    }
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      boolean port = end > 0 && (end == text.length() - 1 || isPort(text.substring(end + 1)));
      IpAddress inside = port ? address(text.substring(1, end)) : null;
      int colon = text.indexOf(':');
      return colon > 0 && colon < end ? inside : null;
    }
    int colon = text.indexOf(':');
    if (colon >= 0 && text.indexOf(':', colon + 1) < 0) {
      return isPort(text.substring(colon)) ? v4(text.substring(0, colon)) : null;
    }
    return address(text);
  }

  private static boolean isPort(String text) {
    return text.startsWith(":") && decimal(text.substring(1), 5, 65535) != NOT_A_NUMBER;
  }

  /** An address alone. */
  static @Nullable IpAddress address(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text.indexOf(':') < 0 ? v4(text) : v6(text, "");
    }
    String zone = text.substring(percent + 1);
    return isZone(zone) ? v6(text.substring(0, percent), zone) : null;
  }

  private static boolean isZone(String text) {
    return !text.isEmpty()
        && text.length() <= 32
        && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || isMark(c)));
  }

  private static boolean isMark(int c) {
    return c == '.' || c == '_' || c == '~' || c == '-';
  }

  private static @Nullable IpAddress v4(String text) {
    long bits = v4Bits(text);
    return bits < 0 ? null : new IpAddress(0, 0xffff_0000_0000L | bits, "");
  }

  private static long v4Bits(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return NOT_A_NUMBER;
    }
    long bits = 0;
    for (String part : parts) {
      int number = decimal(part, 3, 255);
      if (number == NOT_A_NUMBER || (part.length() > 1 && part.charAt(0) == '0')) {
        return NOT_A_NUMBER;
      }
      bits = bits << 8 | number;
    }
    return bits;
  }

  private static @Nullable IpAddress v6(String text, String zone) {
    int gap = text.indexOf("::");
    boolean twice = gap >= 0 && text.indexOf("::", gap + 1) >= 0;
    String before = gap < 0 ? text : text.substring(0, gap);
    int[] head = groups(before, gap < 0);
    int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
    if (twice || head == null || tail == null) {
      return null;
    }
    int given = head.length + tail.length;
    return (gap < 0 ? given == 8 : given < 8) ? of(head, tail, zone) : null;
  }

  private static @Nullable IpAddress of(int[] head, int[] tail, String zone) {
    int[] all = new int[8];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    long high = 0;
    long low = 0;
    for (int at = 0; at < 4; at++) {
      high = high << 16 | all[at];
      low = low << 16 | all[at + 4];
    }
    boolean mapped = high == 0 && low >>> 32 == 0xffff;
    return mapped && !zone.isEmpty() ? null : new IpAddress(high, low, zone);
  }

  /** Groups of four hexadecimal digits; the last two may be written as an IPv4 address. */
  private static int @Nullable [] groups(String text, boolean last) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    boolean v4Tail = last && parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[parts.length + (v4Tail ? 1 : 0)];
    for (int at = 0; at < parts.length; at++) {
      if (v4Tail && at == parts.length - 1) {
        long bits = v4Bits(parts[at]);
        if (bits < 0) {
          return null;
        }
        groups[at] = (int) (bits >>> 16);
        groups[at + 1] = (int) bits & 0xffff;
      } else {
        groups[at] = hexadecimal(parts[at]);
        if (groups[at] == NOT_A_NUMBER) {
          return null;
        }
      }
    }
    return groups.length <= 8 ? groups : null;
  }

  private static int hexadecimal(String text) {
    boolean digits = text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    boolean number = digits && !text.isEmpty() && text.length() <= 4;
    return number ? Integer.parseInt(text, 16) : NOT_A_NUMBER;
  }

  /** Of ASCII digits alone: neither a sign nor another script's. */
  private static int decimal(String text, int mostDigits, int most) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.isEmpty() || text.length() > mostDigits) {
      return NOT_A_NUMBER;
    }
    int number = Integer.parseInt(text);
    return number <= most ? number : NOT_A_NUMBER;
  }
}
