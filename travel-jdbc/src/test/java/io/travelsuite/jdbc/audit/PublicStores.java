package io.travelsuite.jdbc.audit;

import io.travelsuite.Travel;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The library's public classes on a database, and the ports that they offer. */
final class PublicStores {

  /** What only reads, counts, or hands out others that are listed; in the order of their names. */
  static final List<String> HARMLESS =
      List.of(
          "JdbcAddressMarks",
          "JdbcLedger",
          "JdbcPartners",
          "JdbcSecurity",
          "JdbcTravel",
          "LegalHolds",
          "Listening",
          "RateLimiter",
          "Search");

  private PublicStores() {}

  /** All that a host can make: {@code Jdbc…}, as compiled. */
  static List<Class<?>> all() throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes =
        Path.of(JdbcTravel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> stores = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes.resolve("io/travelsuite/jdbc"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches("Jdbc[A-Za-z]+\\.class")) {
          Class<?> store = Class.forName("io.travelsuite.jdbc." + name.replace(".class", ""));
          if (Modifier.isPublic(store.getModifiers())) {
            stores.add(store);
          }
        }
      }
    }
    return stores;
  }

  /** The ports it implements, those it hands out, and itself where it offers more than these. */
  static Set<Class<?>> ports(Class<?> store) {
    Set<Class<?>> ports = new LinkedHashSet<>();
    Set<String> known = new LinkedHashSet<>();
    for (Class<?> port : store.getInterfaces()) {
      if (port.getName().startsWith("io.travelsuite") && !port.equals(Travel.class)) {
        ports.add(port);
        Arrays.stream(port.getMethods()).map(Method::getName).forEach(known::add);
      }
    }
    for (Method method : store.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
        Class<?> handed = method.getReturnType();
        boolean port = handed.isInterface() && !handed.isSealed(); // sealed ones are answers
        if (port && handed.getName().startsWith("io.travelsuite")) {
          ports.add(handed);
        }
        if (!known.contains(method.getName())) {
          ports.add(store);
        }
      }
    }
    ports.remove(Travel.class);
    return ports;
  }
}
