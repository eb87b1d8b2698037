package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.price.Charge;
import io.travelsuite.price.Price;
import io.travelsuite.price.PromoId;
import io.travelsuite.price.PromoUse;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices as documents: {@code ["EUR",1900,[["VAT","TAX",190,true]]]}, the amount in the currency's
 * smallest unit, and the use of a promo code: {@code ["EUR",500,"SUMMER"]}.
 *
 * <p>Taxes and fees as a document: {@code [["VAT","TAX",190,true]]}, each with its name, kind,
 * amount in the currency's smallest unit, and whether it is included.
 */
final class PriceJson {

  private PriceJson() {}

  static String write(List<Charge> charges) {
    return Json.write(json(charges));
  }

  private static List<?> json(List<Charge> charges) {
    return charges.stream()
        .map(c -> List.of(c.name(), c.kind(), c.amount().getAmountMinorLong(), c.included()))
        .toList();
  }

  static @Nullable String write(@Nullable Price price) {
    return price == null ? null : Json.write(amount(price.amount(), json(price.charges())));
  }

  static String write(PromoUse promo) {
    return Json.write(amount(promo.discount(), promo.code()));
  }

  private static List<Object> amount(Money money, Object last) {
    return List.of(money.getCurrencyUnit().getCode(), money.getAmountMinorLong(), last);
  }

  static @Nullable Price readPrice(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode json = Json.read(text);
    Money amount = money(json);
    return new Price(amount, read(json.path(2), amount.getCurrencyUnit()));
  }

  static PromoUse readPromo(PromoId id, String text) {
    JsonNode json = Json.read(text);
    return new PromoUse(id, json.path(2).asText(), money(json));
  }

  private static Money money(JsonNode json) {
    return Money.ofMinor(CurrencyUnit.of(json.path(0).asText()), json.path(1).asLong());
  }

  static List<Charge> read(String text, CurrencyUnit currency) {
    return read(Json.read(text), currency);
  }

  private static List<Charge> read(JsonNode json, CurrencyUnit currency) {
    List<Charge> charges = new ArrayList<>();
    for (JsonNode charge : json) {
      charges.add(
          new Charge(
              charge.path(0).asText(),
              Charge.Kind.valueOf(charge.path(1).asText()),
              Money.ofMinor(currency, charge.path(2).asLong()),
              charge.path(3).asBoolean()));
    }
    return charges;
  }
}
