package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What resellers are answered: OCTO's objects, field by field; null is written, as OCTO wants it.
 */
final class Answers {

  private Answers() {}

  record Supplier(
      String id,
      String name,
      String endpoint,
      SupplierContact contact,
      @JsonUnwrapped Described.@Nullable SupplierFields content) {}

  record SupplierContact(
      @Nullable String website,
      @Nullable String email,
      @Nullable String telephone,
      @Nullable String address) {}

  record Capability(
      String id,
      int revision,
      boolean required,
      List<String> dependencies,
      @Nullable String docs) {}

  record Product(
      String id,
      String internalName,
      @Nullable String reference,
      String locale,
      String timeZone,
      boolean allowFreesale,
      boolean instantConfirmation,
      boolean instantDelivery,
      boolean availabilityRequired,
      String availabilityType,
      List<String> deliveryFormats,
      List<String> deliveryMethods,
      String redemptionMethod,
      List<Option> options,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String defaultCurrency,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> availableCurrencies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pricingPer,
      @JsonUnwrapped Described.@Nullable Fields content) {}

  record Option(
      String id,
      @JsonProperty("default") boolean isDefault,
      String internalName,
      @Nullable String reference,
      List<String> availabilityLocalStartTimes,
      String cancellationCutoff,
      long cancellationCutoffAmount,
      String cancellationCutoffUnit,
      List<String> requiredContactFields,
      OptionRestrictions restrictions,
      List<Unit> units,
      @JsonUnwrapped Described.@Nullable Fields content) {}

  record OptionRestrictions(@Nullable Integer minUnits, @Nullable Integer maxUnits) {}

  record Unit(
      String id,
      String internalName,
      @Nullable String reference,
      String type,
      List<String> requiredContactFields,
      UnitRestrictions restrictions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Pricing> pricingFrom,
      @JsonUnwrapped Described.@Nullable UnitFields content) {}

  record UnitRestrictions(
      int minAge,
      int maxAge,
      boolean idRequired,
      @Nullable Integer minQuantity,
      @Nullable Integer maxQuantity,
      int paxCount,
      List<String> accompaniedBy) {}

  record OpeningHours(String from, String to) {}

  record Availability(
      String id,
      String localDateTimeStart,
      String localDateTimeEnd,
      String utcCutoffAt,
      boolean allDay,
      boolean available,
      String status,
      @Nullable Integer vacancies,
      @Nullable Integer capacity,
      @Nullable Integer maxUnits,
      List<OpeningHours> openingHours,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Pricing> unitPricing,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pricing pricing,
      @JsonUnwrapped Described.@Nullable SlotFields content) {}

  record CalendarDay(
      String localDate,
      boolean available,
      String status,
      @Nullable Integer vacancies,
      @Nullable Integer capacity,
      List<OpeningHours> openingHours,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Pricing> unitPricingFrom,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pricing pricingFrom) {}

  /** An amount in the currency's smallest unit; with a unitId where it is of one unit. */
  record Pricing(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unitId,
      long original,
      long retail,
      long net,
      String currency,
      int currencyPrecision,
      List<Tax> includedTaxes) {}

  record Tax(String name, long original, long retail, long net) {}

  record Booking(
      String id,
      String uuid,
      boolean testMode,
      @Nullable String resellerReference,
      @Nullable String supplierReference,
      String status,
      String utcCreatedAt,
      String utcUpdatedAt,
      @Nullable String utcExpiresAt,
      @Nullable String utcRedeemedAt,
      @Nullable String utcConfirmedAt,
      String productId,
      String optionId,
      boolean cancellable,
      @Nullable Cancellation cancellation,
      boolean freesale,
      @Nullable String availabilityId,
      @Nullable Availability availability,
      Contact contact,
      @Nullable String notes,
      List<String> deliveryMethods,
      @Nullable Ticket voucher,
      List<UnitItem> unitItems,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pricing pricing) {}

  record Cancellation(String refund, @Nullable String reason, String utcCancelledAt) {}

  record UnitItem(
      String uuid,
      @Nullable String resellerReference,
      @Nullable String supplierReference,
      String unitId,
      String status,
      @Nullable String utcRedeemedAt,
      Contact contact,
      @Nullable Ticket ticket,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pricing pricing) {}

  record Ticket(
      String redemptionMethod,
      @Nullable String utcRedeemedAt,
      List<DeliveryOption> deliveryOptions) {}

  record DeliveryOption(String deliveryFormat, String deliveryValue) {}
}
