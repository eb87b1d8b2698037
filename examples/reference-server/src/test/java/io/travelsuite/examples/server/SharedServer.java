package io.travelsuite.examples.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all suites that take it; it ends with the last of them. */
final class SharedServer implements BeforeAllCallback {

  private static ServerFixture fixture;
  private static String password;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(
            SharedServer.class,
            key -> {
              fixture = new ServerFixture("100000/m");
              password = fixture.staff();
              return fixture; // closed with the root
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
