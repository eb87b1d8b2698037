package io.travelsuite.examples.server;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser with script and one without for all suites of a JVM that take them. Where there is
 * none, the suites are skipped, or fail with {@code TRAVEL_BROWSER=required} in the environment.
 */
final class SharedBrowsers implements BeforeAllCallback {

  private static Browsers browsers;

  /** Each is started when it is first asked for. */
  private static final class Browsers implements AutoCloseable {
    private Browser scripted;
    private Browser plain;

    @Override
    public void close() {
      for (Browser one : new Browser[] {scripted, plain}) {
        if (one != null) {
          one.close();
        }
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Browser.missing()
        .ifPresent(
            why -> {
              if ("required".equals(System.getenv("TRAVEL_BROWSER"))) {
                throw new IllegalStateException("a browser is required, and there is " + why);
              }
              Assumptions.abort("browser tests are skipped: there is " + why);
            });
    context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(SharedBrowsers.class, key -> browsers = new Browsers());
  }

  static synchronized Browser scripted() {
    if (browsers.scripted == null) {
      browsers.scripted = Browser.open(true);
    }
    return browsers.scripted;
  }

  static synchronized Browser plain() {
    if (browsers.plain == null) {
      browsers.plain = Browser.open(false);
    }
    return browsers.plain;
  }
}
