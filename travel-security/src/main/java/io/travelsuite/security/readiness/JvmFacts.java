package io.travelsuite.security.readiness;

import java.util.List;

/**
 * This process.
 *
 * @param arguments of the JVM, as {@code ManagementFactory.getRuntimeMXBean().getInputArguments()}
 *     gives them
 * @param version the feature version: {@code Runtime.version().feature()}
 * @param user the account it runs as: the property {@code user.name}
 */
public record JvmFacts(List<String> arguments, int version, String user) {

  /** Copies the collections. */
  public JvmFacts {
    arguments = List.copyOf(arguments);
  }

  /** Arguments may hold secrets. */
  @Override
  public String toString() {
    return "JvmFacts[hidden]";
  }
}
