package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** A browser without script in which somebody of the staff is signed in. */
final class StaffBrowser {

  private final Surfer surfer;

  private StaffBrowser(Surfer surfer) {
    this.surfer = surfer;
  }

  static StaffBrowser signedIn(ServerFixture at, String name, String password) {
    StaffBrowser browser = new StaffBrowser(new Surfer(at));
    PageReply in =
        browser.send(
            browser.get("/office").is(200),
            "/office/sign-in",
            Map.of("name", name, "password", password));
    assertThat(in.is(303).header("Location")).isEqualTo("/office");
    return browser;
  }

  PageReply get(String path) {
    return surfer.get(path);
  }

  /** A page that is there. */
  Document open(String path) {
    return get(path).is(200).page();
  }

  /** Sends the form of a page that goes to an address, with what is typed over its values. */
  PageReply send(PageReply page, String action, Map<String, String> typed) {
    return surfer.submit(page, "form[action='" + action + "']", typed);
  }

  /** Sends fields that no form has. */
  PageReply post(String path, Map<String, String> fields) {
    List<Surfer.KeyValue> all =
        fields.entrySet().stream()
            .map(field -> new Surfer.KeyValue(field.getKey(), field.getValue()))
            .toList();
    return surfer.post(path, all);
  }
}
