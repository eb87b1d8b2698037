package io.travelsuite.security.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ports on which this machine listens to others, by Linux's own table (proc(5)); what listens
 * to this machine alone does not count: {@code probes.with(Look.PORTS, OpenPorts::look)}.
 */
public final class OpenPorts {

  private static final String LISTENS = "0A";

  private OpenPorts() {}

  /**
   * {@return the ports of TCP, over IPv4 and IPv6}
   *
   * @throws IOException where there is no such table
   */
  public static Set<Integer> look() throws IOException {
    Set<Integer> ports = new TreeSet<>();
    for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length > 3 && columns[3].equals(LISTENS) && !isLoopback(columns[1])) {
          ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
        }
      }
    }
    return ports;
  }

  /** 127.0.0.0/8 and ::1, in the order of bytes of this machine. */
  private static boolean isLoopback(String address) {
    String host = address.substring(0, address.indexOf(':'));
    return host.length() == 8
        ? host.endsWith("7F")
        : (host.endsWith("01000000") && host.startsWith("0".repeat(24)))
            || (host.endsWith("7F") && host.contains("FFFF0000"));
  }
}
