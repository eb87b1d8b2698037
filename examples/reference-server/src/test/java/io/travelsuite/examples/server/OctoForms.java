package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The fields that each of OCTO's objects must have: one that may be null has a question mark, one
 * that holds objects names their form.
 */
final class OctoForms {

  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("Supplier", "id name endpoint contact:SupplierContact"),
          Map.entry("SupplierContact", "website? email? telephone? address?"),
          Map.entry("Capability", "id revision required dependencies docs?"),
          Map.entry(
              "Product",
              "id internalName reference? locale timeZone allowFreesale instantConfirmation"
                  + " instantDelivery availabilityRequired availabilityType deliveryFormats"
                  + " deliveryMethods redemptionMethod options:Option"),
          Map.entry(
              "Option",
              "id default internalName reference? availabilityLocalStartTimes cancellationCutoff"
                  + " cancellationCutoffAmount cancellationCutoffUnit requiredContactFields"
                  + " restrictions:OptionRestrictions units:Unit"),
          Map.entry("OptionRestrictions", "minUnits? maxUnits?"),
          Map.entry(
              "Unit",
              "id internalName reference? type requiredContactFields"
                  + " restrictions:UnitRestrictions"),
          Map.entry(
              "UnitRestrictions",
              "minAge maxAge idRequired minQuantity? maxQuantity? paxCount accompaniedBy"),
          Map.entry(
              "Availability",
              "id localDateTimeStart localDateTimeEnd utcCutoffAt allDay available status"
                  + " vacancies? capacity? maxUnits? openingHours"),
          Map.entry(
              "AvailabilityCalendar",
              "localDate available status vacancies? capacity? openingHours"),
          Map.entry(
              "Booking",
              "id uuid testMode resellerReference? supplierReference? status utcCreatedAt"
                  + " utcUpdatedAt utcExpiresAt? utcRedeemedAt? utcConfirmedAt? productId optionId"
                  + " cancellable cancellation?:Cancellation freesale availabilityId?"
                  + " availability?:Availability contact notes? deliveryMethods voucher?"
                  + " unitItems:UnitItem"),
          Map.entry("Cancellation", "refund reason? utcCancelledAt"),
          Map.entry(
              "UnitItem",
              "uuid resellerReference? supplierReference? unitId status utcRedeemedAt? contact"
                  + " ticket?"),
          Map.entry("Pricing", "original retail net currency currencyPrecision includedTaxes"),
          Map.entry(
              "Content",
              "title shortDescription? description? features:Feature faqs:Question media"
                  + " locations:Location categoryLabels durationMinutesFrom durationMinutesTo?"
                  + " commentary:Commentary"),
          Map.entry("UnitContent", "title? shortDescription features:Feature"),
          Map.entry("Feature", "shortDescription? type"),
          Map.entry("Question", "question answer"),
          Map.entry("Commentary", "format language"),
          Map.entry("Location", "title shortDescription types minutesTo? minutesAt? place:Place"),
          Map.entry("Place", "latitude longitude postalAddress identifiers sameAs"),
          Map.entry("Error", "error errorMessage"));

  private OctoForms() {}

  /** Fails unless an object has the fields of its form. */
  static void check(JsonNode object, String form) {
    assertThat(FORMS).containsKey(form);
    for (String field : FORMS.get(form).split(" ", -1)) {
      String[] parts = field.split(":", 2);
      String name = parts[0].replace("?", "");
      JsonNode value = object.get(name);
      assertThat(value).as("%s of %s in %s", name, form, object).isNotNull();
      assertThat(value.isNull() && !parts[0].endsWith("?"))
          .as("%s of %s is null in %s", name, form, object)
          .isFalse();
      if (parts.length == 2 && !value.isNull()) {
        (value.isArray() ? value : List.of(value)).forEach(one -> check(one, parts[1]));
      }
    }
  }

  /** The form of what a path answers with. */
  static String of(String path) {
    String first = path.replaceFirst("\\?.*", "");
    if (first.equals("/availability/calendar")) {
      return "AvailabilityCalendar";
    }
    return switch (first.replaceFirst("^/([a-z]+).*", "$1")) {
      case "supplier" -> "Supplier";
      case "capabilities" -> "Capability";
      case "products" -> "Product";
      case "availability" -> "Availability";
      default -> "Booking";
    };
  }

  /** Fails unless an answer has the form of its path, or that of a refusal. */
  static void check(String path, Reply reply) {
    if (reply.status() != 200) {
      check(reply.body(), "Error");
      return;
    }
    (reply.body().isArray() ? reply.body() : List.of(reply.body()))
        .forEach(one -> check(one, of(path)));
  }
}
