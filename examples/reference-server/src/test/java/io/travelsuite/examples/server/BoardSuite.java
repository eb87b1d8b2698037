package io.travelsuite.examples.server;

import java.util.HashMap;
import java.util.Map;

/** The operator's pages without a browser, on the server that suites share. */
abstract class BoardSuite extends ApiSuite {

  static final String DEPARTURES = "/office/departures/";

  private static final Map<String, StaffBrowser> BROWSERS = new HashMap<>();

  final StaffBrowser manager = as("demo-manager");
  final StaffBrowser second = as("demo-second-manager");
  final StaffBrowser gate = as("demo-gate");
  final StaffBrowser viewer = as("demo-viewer");

  /** Somebody who is signed in: again, where a test has let days go by. */
  StaffBrowser as(String name) {
    StaffBrowser known = BROWSERS.get(name);
    if (known == null || known.get("/office").status() != 303) {
      known = StaffBrowser.signedIn(fixture, name, SharedServer.password());
      BROWSERS.put(name, known);
    }
    return known;
  }
}
