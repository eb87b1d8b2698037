package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.WebhookParameter;
import io.travelsuite.payments.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes broken and forged requests of whole ones: seeded, so that each can be made again. */
final class Mutator {

  private static final String ODD =
      "\0\t\r\n \"%&+,.:;=|{}[]<>\\/-_09azAZ\u0661\u00e9\u2028\ud83d\ud800\uffff";

  private static final List<String> TOKENS =
      List.of(
          "",
          " ",
          ",",
          "v1=",
          "v0=",
          "t=",
          "ts=",
          "v1,",
          "v1a,",
          "sha256=",
          "whsec_",
          "=",
          "==",
          "null",
          "true",
          "-1",
          "0",
          "9223372036854775808",
          "1e9",
          "99999999999999999999",
          "{\"a\":1}",
          "[]",
          "\ufeff",
          "%00",
          "%zz",
          "..",
          "MD5",
          "none",
          "SHA-1",
          "&",
          "|");

  private final Random random;

  Mutator(long seed) {
    random = new Random(seed);
  }

  /** One to four changes. */
  WebhookRequest mutant(Seed seed) {
    byte[] body = seed.request().body();
    Map<String, List<String>> headers = new LinkedHashMap<>(seed.headers());
    List<WebhookParameter> form = new ArrayList<>(seed.form());
    String query = seed.request().rawQuery();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      switch (random.nextInt(4)) {
        case 0 -> body = changed(body);
        case 1 -> change(headers);
        case 2 -> change(form);
        default -> query = changedQuery(query);
      }
    }
    return WebhookRequest.of(body, headers).form(form).query(query);
  }

  private String changedQuery(String query) {
    return random.nextInt(8) == 0 ? null : changed(query == null ? "data.id=1" : query);
  }

  private void change(Map<String, List<String>> headers) {
    if (headers.isEmpty()) {
      headers.put("X-" + random.nextInt(9), List.of(token()));
      return;
    }
    String name = List.copyOf(headers.keySet()).get(random.nextInt(headers.size()));
    List<String> values = new ArrayList<>(headers.get(name));
    switch (random.nextInt(6)) {
      case 0 -> headers.remove(name);
      case 1 -> headers.put(recased(name), headers.remove(name));
      case 2 -> headers.put(name, List.of());
      case 3 -> {
        values.add(random.nextInt(values.size() + 1), token());
        headers.put(name, values);
      }
      default -> {
        values.replaceAll(this::changed);
        headers.put(name, values);
      }
    }
  }

  private String recased(String name) {
    return random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
  }

  private void change(List<WebhookParameter> form) {
    if (form.isEmpty()) {
      form.add(new WebhookParameter(token(), token()));
      return;
    }
    int at = random.nextInt(form.size());
    WebhookParameter old = form.get(at);
    switch (random.nextInt(6)) {
      case 0 -> form.remove(at);
      case 1 -> form.add(random.nextInt(form.size() + 1), old);
      case 2 -> form.add(at, new WebhookParameter(old.name(), token()));
      case 3 -> form.set(at, new WebhookParameter(changed(old.name()), old.value()));
      default -> form.set(at, new WebhookParameter(old.name(), changed(old.value())));
    }
  }

  private String changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(4));
    switch (random.nextInt(7)) {
      case 0 -> changed.insert(at, odd());
      case 1 -> changed.delete(at, to);
      case 2 -> changed.insert(at, token());
      case 3 -> changed.setLength(at);
      case 4 -> changed.append(text);
      case 5 -> changed.replace(at, to, token());
      default -> changed.replace(at, to, String.valueOf(odd()));
    }
    return changed.toString();
  }

  /** Bytes, or the text of JSON and forms with other values in it. */
  private byte[] changed(byte[] body) {
    if (random.nextBoolean() || body.length == 0) {
      return changed(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
    byte[] changed = body.clone();
    int at = random.nextInt(body.length);
    switch (random.nextInt(4)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) random.nextInt(256);
      case 2 -> changed = Arrays.copyOf(body, at);
      default -> changed = Arrays.copyOf(body, body.length + 1 + random.nextInt(3));
    }
    return changed;
  }

  private char odd() {
    return ODD.charAt(random.nextInt(ODD.length()));
  }

  private String token() {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }
}
