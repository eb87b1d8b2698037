package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.catalogue.Content;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What octo/content adds to a product, its options and units: the supplier's words, and what
 * follows from the rules of sale, so that the two never disagree.
 *
 * @param offer the product
 * @param content the supplier's words
 */
record Described(Offer offer, Content content) {

  /** An answer's fields, in OCTO's order and names. Pictures there are none of so far. */
  record Fields(
      String title,
      String shortDescription,
      @Nullable String description,
      List<Feature> features,
      List<Faq> faqs,
      List<String> media,
      List<Location> locations,
      List<String> categoryLabels,
      int durationMinutesFrom,
      @Nullable Integer durationMinutesTo,
      List<Commentary> commentary) {}

  record UnitFields(String title, String shortDescription, List<Feature> features) {}

  record SupplierFields(String shortDescription, List<String> media) {}

  record SlotFields(@Nullable String title, String shortDescription) {}

  record Feature(String shortDescription, String type) {}

  record Faq(String question, String answer) {}

  record Commentary(String format, String language) {}

  record Location(
      String title,
      String shortDescription,
      List<String> types,
      @Nullable Integer minutesTo,
      @Nullable Integer minutesAt,
      Place place) {}

  record Place(
      double latitude,
      double longitude,
      PostalAddress postalAddress,
      Identifiers identifiers,
      List<String> sameAs) {}

  record PostalAddress(
      @Nullable String streetAddress,
      @Nullable String addressLocality,
      @Nullable String addressRegion,
      @Nullable String postalCode,
      @Nullable String addressCountry,
      @Nullable String postOfficeBoxNumber) {}

  /** What others call the place; nobody has looked it up. */
  record Identifiers(
      @Nullable String googlePlaceId,
      @Nullable String applePlaceId,
      @Nullable String tripadvisorLocationId,
      @Nullable String yelpPlaceId,
      @Nullable String facebookPlaceId,
      @Nullable String foursquarePlaceId,
      @Nullable String baiduPlaceId,
      @Nullable String amapPlaceId) {

    static final Identifiers NONE = new Identifiers(null, null, null, null, null, null, null, null);
  }

  /** Of the product: places, questions and labels are told here, not at each option again. */
  Fields product() {
    List<Content.Question> asked = content.questions();
    return new Fields(
        content.wording().title(),
        content.wording().shortDescription(),
        content.wording().description(),
        content.features().stream().map(one -> new Feature(one.text(), one.type())).toList(),
        asked.stream().map(one -> new Faq(one.question(), one.answer())).toList(),
        List.of(),
        content.sites().stream().map(Described::location).toList(),
        content.labels().categories(),
        offer.options().stream().mapToInt(this::minutes).min().orElse(0),
        longest(),
        content.labels().spoken().stream().map(one -> new Commentary("IN_PERSON", one)).toList());
  }

  private @Nullable Integer longest() {
    int most = offer.options().stream().mapToInt(this::minutes).max().orElse(0);
    int least = offer.options().stream().mapToInt(this::minutes).min().orElse(0);
    return stays() ? content.labels().stayMinutesTo() : most == least ? null : (Integer) most;
  }

  private boolean stays() {
    return content.labels().stayMinutesFrom() != null;
  }

  private int minutes(Option option) {
    Integer stay = content.labels().stayMinutesFrom();
    return stay == null ? (int) option.hours().length().toMinutes() : stay;
  }

  /** Of an option: what it is called, how long it takes, and the terms of its sale. */
  Fields option(Option option) {
    Content.Wording wording = content.of(option);
    return new Fields(
        wording.title(),
        wording.shortDescription(),
        wording.description(),
        terms(option.rules()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        minutes(option),
        stays() ? content.labels().stayMinutesTo() : null,
        List.of());
  }

  private static List<Feature> terms(Option.Rules rules) {
    List<Feature> terms = new ArrayList<>();
    Duration ends = rules.saleEnds();
    if (!ends.isZero()) {
      terms.add(
          new Feature(
              "Can be booked until " + ends.toMinutes() + " minutes before the start.",
              "BOOKING_TERM"));
    }
    terms.add(
        new Feature(
            "Can be cancelled for nothing until "
                + rules.cancelUntil().toHours()
                + " hours before the start.",
            "CANCELLATION_TERM"));
    return terms;
  }

  UnitFields unit(Unit unit) {
    Content.Wording wording = content.of(unit);
    return new UnitFields(wording.title(), wording.shortDescription(), List.of());
  }

  /** Of a departure: the option's words, since no departure has its own. */
  SlotFields slot(Option option) {
    return new SlotFields(null, content.of(option).shortDescription());
  }

  private static Location location(Content.Site site) {
    Content.Address address = site.address();
    return new Location(
        site.title(),
        site.shortDescription(),
        site.types(),
        site.minutesTo(),
        site.minutesAt(),
        new Place(
            address.latitude(),
            address.longitude(),
            new PostalAddress(
                address.street(),
                address.town(),
                null,
                address.postalCode(),
                address.country(),
                null),
            Identifiers.NONE,
            List.of()));
  }
}
