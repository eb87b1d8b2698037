package io.travelsuite.examples.server.octo;

import io.travelsuite.Travel;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.sale.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The supplier and what it sells. */
final class Products {

  private static final int OLDEST = 150;

  private final Travel travel;
  private final Catalogue catalogue;

  Products(Travel travel, Catalogue catalogue) {
    this.travel = travel;
    this.catalogue = catalogue;
  }

  static List<Answers.Capability> capabilities() {
    return Stream.of(Capabilities.PRICING, Capabilities.CONTENT)
        .map(name -> new Answers.Capability(name, 1, false, List.of(), null))
        .toList();
  }

  Answers.Supplier supplier(String endpoint, Capabilities asked) {
    return new Answers.Supplier(
        catalogue.operator().code(),
        catalogue.operator().name(),
        endpoint,
        new Answers.SupplierContact(null, null, null, null),
        asked.content()
            ? new Described.SupplierFields(catalogue.brochure().supplier(), List.of())
            : null);
  }

  List<Answers.Product> list(Capabilities asked) {
    return catalogue.offers().stream().map(offer -> answer(offer, asked)).toList();
  }

  Answers.Product product(String id, Capabilities asked) {
    return answer(offer(id), asked);
  }

  /** The offer of a request, or the refusal that it names none. */
  Offer offer(@Nullable String id) {
    String code = Texts.required("productId", id);
    return catalogue.offer(code).orElseThrow(() -> OctoException.noProduct(Texts.shown(code)));
  }

  /** The option of a request, or the refusal that it names none. */
  static Option option(Offer offer, @Nullable String id) {
    String code = Texts.required("optionId", id);
    return offer.option(code).orElseThrow(() -> OctoException.noOption(Texts.shown(code)));
  }

  /** Refuses a unit that an option does not have. */
  static void checkUnit(Option option, String code) {
    if (option.unit(code).isEmpty()) {
      throw OctoException.noUnit(Texts.shown(code));
    }
  }

  /** The slot that a reservation is for; empty once the supplier has taken it away. */
  Optional<Slot> slot(Slots slots, Reservation.Booked booked) {
    Offer offer = offer(booked.productId());
    return slots.find(offer, option(offer, booked.optionId()), booked.availabilityId());
  }

  /** The prices of a product as they are now. */
  Pricings pricings(Offer offer) {
    return new Pricings(offer, travel.prices().list(offer.product().id()));
  }

  /** What octo/content adds to a product, if it is asked for. */
  @Nullable Described described(Offer offer, Capabilities asked) {
    return asked.content() ? new Described(offer, catalogue.brochure().of(offer)) : null;
  }

  private Answers.Product answer(Offer offer, Capabilities asked) {
    More more = new More(asked.pricing() ? pricings(offer) : null, described(offer, asked));
    return new Answers.Product(
        offer.product().code(),
        offer.product().name(),
        null,
        "en",
        offer.product().zone().getId(),
        false,
        true,
        true,
        true,
        offer.timing().name(),
        List.of("QRCODE"),
        List.of("VOUCHER"),
        "DIGITAL",
        offer.options().stream().map(option -> answer(offer, option, more)).toList(),
        asked.pricing() ? "EUR" : null,
        asked.pricing() ? List.of("EUR") : null,
        asked.pricing() ? "UNIT" : null,
        more.described() == null ? null : more.described().product());
  }

  /** What capabilities add. */
  private record More(@Nullable Pricings pricings, @Nullable Described described) {}

  private static Answers.Option answer(Offer offer, Option option, More more) {
    long hours = option.rules().cancelUntil().toHours();
    return new Answers.Option(
        option.code(),
        offer.options().get(0).equals(option),
        option.name(),
        null,
        offer.timing() == Offer.Timing.START_TIME
            ? option.hours().starts().stream().map(String::valueOf).toList()
            : List.of(),
        hours + " hours before the start",
        hours,
        "hour",
        List.of(),
        new Answers.OptionRestrictions(1, option.rules().mostUnits()),
        option.units().stream().map(unit -> answer(option, unit, more)).toList(),
        more.described() == null ? null : more.described().option(option));
  }

  private static Answers.Unit answer(Option option, Unit unit, More more) {
    Range ages = unit.fare().ages();
    Range quantity = unit.fare().quantity();
    return new Answers.Unit(
        unit.code(),
        unit.name(),
        null,
        unit.kind().name(),
        List.of(),
        new Answers.UnitRestrictions(
            Math.max(0, ages.least()),
            Math.min(OLDEST, ages.most()),
            false,
            quantity.least() > 0 ? quantity.least() : null,
            quantity.most() < Integer.MAX_VALUE ? quantity.most() : null,
            unit.people(),
            unit.fare().companions() == null
                ? List.of()
                : List.copyOf(unit.fare().companions().units())),
        more.pricings() == null ? null : more.pricings().from(option, unit),
        more.described() == null ? null : more.described().unit(unit));
  }
}
