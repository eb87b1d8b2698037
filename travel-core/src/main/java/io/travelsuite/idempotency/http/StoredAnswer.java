package io.travelsuite.idempotency.http;

import io.travelsuite.idempotency.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Needs no JSON library: of a list of texts in Base64 nothing is escaped. */
final class StoredAnswer implements JsonForm<HttpAnswer> {

  private static final String BETWEEN = "\",\"";

  @Override
  public String write(HttpAnswer answer) {
    List<String> parts = new ArrayList<>();
    parts.add(Integer.toString(answer.status()));
    answer
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      parts.add(encoded(name.getBytes(StandardCharsets.UTF_8)));
                      parts.add(encoded(value.getBytes(StandardCharsets.UTF_8)));
                    }));
    parts.add(encoded(answer.body()));
    return "[\"" + String.join(BETWEEN, parts) + "\"]";
  }

  @Override
  public HttpAnswer read(String json) {
    String[] parts = json.substring(2, json.length() - 2).split(BETWEEN, -1);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int last = parts.length - 1;
    for (int i = 1; i < last; i += 2) {
      headers.computeIfAbsent(text(parts[i]), none -> new ArrayList<>()).add(text(parts[i + 1]));
    }
    return new HttpAnswer(
        Integer.parseInt(parts[0]), headers, Base64.getDecoder().decode(parts[last]));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String text(String encoded) {
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }
}
