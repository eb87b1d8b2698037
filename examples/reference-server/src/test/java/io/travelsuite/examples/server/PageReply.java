package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser got. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageReply(String path, int status, HttpHeaders headers, byte[] bytes) {

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  Document page() {
    return Jsoup.parse(text(), path);
  }

  /** All that people read of it. */
  String seen() {
    return page().body().text();
  }

  Element one(String selector) {
    Element found = page().selectFirst(selector);
    assertThat(found).as("%s in %s: %s", selector, path, seen()).isNotNull();
    return found;
  }

  PageReply is(int expected) {
    assertThat(status).as("%s: %s", path, text()).isEqualTo(expected);
    return this;
  }

  boolean isPage() {
    return header("Content-Type").startsWith("text/html");
  }
}
