package io.travelsuite.examples.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server for all suites of a JVM that take it. It belongs to the session, not to the root:
 * Surefire gives each class to a forked JVM as a run of its own, each with a root of its own.
 */
final class SharedServer implements BeforeAllCallback {

  private static ServerFixture fixture;
  private static String password;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(
            SharedServer.class,
            key -> {
              fixture = new ServerFixture("100000/m");
              password = fixture.staff();
              return fixture; // closed with the session
            });
  }

  static ServerFixture fixture() {
    return fixture;
  }

  /** With which the fixture's staff sign in. */
  static String password() {
    return password;
  }
}
