package io.travelsuite.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.booking.Customer;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer as the JSON that is sealed. */
final class CustomerText {

  private CustomerText() {}

  static String write(Customer customer) {
    Locale locale = customer.locale();
    return Json.object(
        json -> {
          write(json, "name", customer.name());
          write(json, "email", customer.email());
          write(json, "phone", customer.phone());
          write(json, "locale", locale == null ? null : locale.toLanguageTag());
        });
  }

  private static void write(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  static Customer read(String text) {
    JsonNode json = Json.read(text);
    String locale = text(json, "locale");
    return new Customer(
        text(json, "name"),
        text(json, "email"),
        text(json, "phone"),
        locale == null ? null : Locale.forLanguageTag(locale));
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null ? null : value.textValue();
  }
}
