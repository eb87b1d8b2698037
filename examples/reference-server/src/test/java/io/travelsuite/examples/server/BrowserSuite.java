package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebDriverException;

/**
 * Pages in a real browser, on the server that suites share. Asking for {@link #browser} starts it;
 * {@code -Dtravel.screenshots=DIR} keeps a picture of each page that is {@link #look}ed at.
 */
@ExtendWith(SharedBrowsers.class)
abstract class BrowserSuite extends PageSuite {

  /** Of the same site, without script or style. */
  private static final String NOTHING = "/health/live";

  private Browser used;

  /** A browser that has seen nothing yet. */
  Browser browser(boolean scripted) {
    used = scripted ? SharedBrowsers.scripted() : SharedBrowsers.plain();
    used.width(1280);
    used.open(address(NOTHING)); // so that there is a site whose cookies can go
    used.forget();
    return used;
  }

  @AfterEach
  void nothing_went_wrong_in_the_browser() {
    if (used != null) {
      List<String> errors = used.errors();
      used.open(address(NOTHING)); // a page that is left open goes on with whatever it does
      assertThat(errors).as("console").isEmpty();
    }
  }

  String address(String path) {
    return fixture.server.origin() + path;
  }

  static void eventually(Runnable check) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(WebDriverException.class) // the page may be another by now
        .untilAsserted(check::run);
  }

  /** Looks at the page that is open, at all widths, and at the narrowest for what sticks out. */
  void look(Browser at, String name) {
    for (int width : Browser.WIDTHS) {
      at.width(width);
      assertThat(at.overflow()).as("%s sticks out at %d", name, width).isZero();
      assertThat(at.accessibilityFaults()).as("%s at %d", name, width).isEmpty();
      at.picture(name + "-" + width);
    }
    at.width(360);
    assertThat(at.overflow()).as("%s sticks out at 360", name).isZero();
    at.width(1280);
  }
}
