package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What resellers send. Nothing here is checked yet; what is absent is null. */
final class Requests {

  private Requests() {}

  record Availability(
      @Nullable String productId,
      @Nullable String optionId,
      @Nullable String localDate,
      @Nullable String localDateStart,
      @Nullable String localDateEnd,
      @Nullable List<String> availabilityIds,
      @Nullable List<UnitCount> units,
      @Nullable String currency) {}

  record Calendar(
      @Nullable String productId,
      @Nullable String optionId,
      @Nullable String localDateStart,
      @Nullable String localDateEnd,
      @Nullable List<UnitCount> units,
      @Nullable String currency) {}

  record UnitCount(@Nullable String id, int quantity) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reservation(
      @Nullable String uuid,
      @Nullable String productId,
      @Nullable String optionId,
      @Nullable String availabilityId,
      @Nullable Integer expirationMinutes,
      @Nullable String notes,
      @Nullable List<UnitItem> unitItems,
      @Nullable String resellerReference,
      @Nullable Contact contact,
      @Nullable String currency) {}

  record Update(
      @Nullable String productId,
      @Nullable String optionId,
      @Nullable String availabilityId,
      @Nullable Integer expirationMinutes,
      @Nullable String notes,
      @Nullable List<UnitItem> unitItems,
      @Nullable String resellerReference,
      @Nullable Contact contact) {}

  record Confirmation(
      @Nullable String resellerReference,
      @Nullable Contact contact,
      @Nullable List<UnitItem> unitItems) {}

  record Cancellation(@Nullable String reason) {}

  record Extension(@Nullable Integer expirationMinutes) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnitItem(
      @Nullable String uuid,
      @Nullable String unitId,
      @Nullable String resellerReference,
      @Nullable Contact contact) {}

  /** The filters of a list of bookings. */
  record BookingList(
      @Nullable String resellerReference,
      @Nullable String supplierReference,
      @Nullable String localDateStart,
      @Nullable String localDateEnd,
      @Nullable String productId,
      @Nullable String optionId) {}
}
