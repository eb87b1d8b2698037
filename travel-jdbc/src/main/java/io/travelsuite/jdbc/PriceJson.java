package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.price.Charge;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Taxes and fees as a document: {@code [["VAT","TAX",190,true]]}, each with its name, kind, amount
 * in the currency's smallest unit, and whether it is included.
 */
final class PriceJson {

  private PriceJson() {}

  static String write(List<Charge> charges) {
    return Json.write(
        charges.stream()
            .map(c -> List.of(c.name(), c.kind(), c.amount().getAmountMinorLong(), c.included()))
            .toList());
  }

  static List<Charge> read(String text, CurrencyUnit currency) {
    List<Charge> charges = new ArrayList<>();
    for (JsonNode charge : Json.read(text)) {
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
