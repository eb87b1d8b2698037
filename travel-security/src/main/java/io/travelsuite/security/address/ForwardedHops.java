package io.travelsuite.security.address;

import io.travelsuite.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two fields in which each proxy adds whom it was called by: {@code X-Forwarded-For} and
 * {@code Forwarded} (RFC 7239).
 *
 * <p>Read leniently to the right of what an attacker may have written: items end at any comma, also
 * within quotes. By the grammar one quote on the left, which a client may send, would swallow all
 * that trusted proxies added after it.
 */
enum ForwardedHops {
  X_FORWARDED_FOR {
    @Override
    @Nullable IpAddress address(String item) {
      return IpText.host(item.strip());
    }
  },
  FORWARDED {
    @Override
    @Nullable IpAddress address(String item) {
      return forwardedFor(item);
    }
  };

  /** What an item of the field says; null for a name, a hidden one, an error. */
  abstract @Nullable IpAddress address(String item);

  static ForwardedHops named(String header) {
    if (header.equalsIgnoreCase("X-Forwarded-For")) {
      return X_FORWARDED_FOR;
    }
    if (header.equalsIgnoreCase("Forwarded")) {
      return FORWARDED;
    }
    throw new InvalidRequestException("header", header, "must be X-Forwarded-For or Forwarded");
  }

  /** The hops from the last to the first; one that has no address, or that of nobody, is empty. */
  List<Optional<IpAddress>> fromTheRight(List<String> values) {
    List<Optional<IpAddress>> hops = new ArrayList<>();
    for (int at = values.size() - 1; at >= 0; at--) {
      String value = values.get(at);
      int end = value.length();
      while (end >= 0) {
        int comma = value.lastIndexOf(',', end - 1);
        IpAddress address = address(value.substring(comma + 1, end));
        hops.add(Optional.ofNullable(address).filter(known -> !known.isUnspecified()));
        end = comma;
      }
    }
    return hops;
  }

  private static @Nullable IpAddress forwardedFor(String item) {
    for (String pair : item.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase("for")) {
        return node(pair.substring(equals + 1).strip());
      }
    }
    return null;
  }

  private static @Nullable IpAddress node(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return IpText.host(quoted ? text.substring(1, text.length() - 1) : text);
  }
}
