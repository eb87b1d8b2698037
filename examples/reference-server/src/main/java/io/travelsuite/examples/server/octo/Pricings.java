package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.price.Charge;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PriceRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a product in OCTO's words: from its rules, read once, since a calendar asks for
 * hundreds of them. What the reseller pays (net) is the retail price less its commission.
 */
final class Pricings {

  private static final int COMMISSION_PERCENT = 20;

  private final Offer offer;
  private final List<PriceRule> rules;

  Pricings(Offer offer, List<PriceRule> rules) {
    this.offer = offer;
    this.rules = rules;
  }

  /** What each unit of an option costs on a date; units without a price are left out. */
  List<Answers.Pricing> ofUnits(Option option, LocalDate date) {
    List<Answers.Pricing> all = new ArrayList<>();
    for (Unit unit : option.units()) {
      price(option, unit.code(), date).ifPresent(price -> all.add(of(unit.code(), price)));
    }
    return all;
  }

  /** The lowest that a unit costs on any date. */
  List<Answers.Pricing> from(Option option, Unit unit) {
    return rules.stream()
        .filter(rule -> Objects.equals(rule.scope().unit(), unit.code()))
        .filter(rule -> Objects.equals(rule.scope().stops(), option.stops()))
        .map(PriceRule::price)
        .min((one, other) -> one.total().compareTo(other.total()))
        .map(price -> List.of(of(null, price)))
        .orElse(List.of());
  }

  /** What units cost together on a date, or null when one of them has no price. */
  Answers.@Nullable Pricing total(Option option, List<Requests.UnitCount> units, LocalDate date) {
    List<Answers.Pricing> each = new ArrayList<>();
    for (Requests.UnitCount unit : units) {
      Optional<Price> price = price(option, String.valueOf(unit.id()), date);
      if (price.isEmpty()) {
        return null;
      }
      for (int i = 0; i < unit.quantity(); i++) {
        each.add(of(null, price.get()));
      }
    }
    return sum(each);
  }

  private Optional<Price> price(Option option, String unit, LocalDate date) {
    PriceQuery query = PriceQuery.of(offer.product().id(), date).unit(unit);
    if (option.stops() != null) {
      query = query.between(option.stops().from(), option.stops().to());
    }
    PriceQuery asked = query;
    return rules.stream()
        .filter(rule -> rule.scope().fits(asked))
        .reduce((one, other) -> other.scope().beats(one.scope()) ? other : one)
        .map(PriceRule::price);
  }

  /** A price of the library in OCTO's words. */
  static Answers.Pricing of(@Nullable String unit, Price price) {
    long retail = price.total().getAmountMinorLong();
    return new Answers.Pricing(
        unit,
        retail,
        retail,
        net(retail),
        price.amount().getCurrencyUnit().getCode(),
        price.amount().getCurrencyUnit().getDecimalPlaces(),
        price.charges().stream().filter(Charge::included).map(Pricings::tax).toList());
  }

  private static Answers.Tax tax(Charge charge) {
    Money amount = charge.amount();
    long minor = amount.getAmountMinorLong();
    return new Answers.Tax(charge.name(), minor, minor, net(minor));
  }

  private static long net(long retail) {
    return retail - retail * COMMISSION_PERCENT / 100;
  }

  /** Prices of one currency added up, or null of none; taxes of one name are one. */
  static Answers.@Nullable Pricing sum(List<Answers.Pricing> each) {
    return each.stream().reduce(Pricings::plus).orElse(null);
  }

  private static Answers.Pricing plus(Answers.Pricing one, Answers.Pricing other) {
    List<Answers.Tax> taxes = new ArrayList<>(one.includedTaxes());
    for (Answers.Tax tax : other.includedTaxes()) {
      Optional<Answers.Tax> same =
          taxes.stream().filter(known -> known.name().equals(tax.name())).findFirst();
      same.ifPresent(taxes::remove);
      taxes.add(same.map(known -> plus(known, tax)).orElse(tax));
    }
    return new Answers.Pricing(
        null,
        one.original() + other.original(),
        one.retail() + other.retail(),
        one.net() + other.net(),
        one.currency(),
        one.currencyPrecision(),
        taxes);
  }

  private static Answers.Tax plus(Answers.Tax one, Answers.Tax other) {
    return new Answers.Tax(
        one.name(),
        one.original() + other.original(),
        one.retail() + other.retail(),
        one.net() + other.net());
  }
}
