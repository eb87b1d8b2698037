package io.travelsuite.examples.server.octo;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A refusal in OCTO's words, which ends a request. */
final class OctoException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** OCTO's codes, each with the field that names what was refused. */
  enum Code {
    INVALID_PRODUCT_ID("productId"),
    INVALID_OPTION_ID("optionId"),
    INVALID_UNIT_ID("unitId"),
    INVALID_AVAILABILITY_ID("availabilityId"),
    INVALID_BOOKING_UUID("uuid"),
    BAD_REQUEST(null),
    UNPROCESSABLE_ENTITY(null),
    UNAUTHORIZED(null),
    FORBIDDEN(null),
    INTERNAL_SERVER_ERROR(null);

    private final @Nullable String field;

    Code(@Nullable String field) {
      this.field = field;
    }

    /** The field of the error that names the offender, or null. */
    @Nullable String field() {
      return field;
    }
  }

  private final Code code;
  private final @Nullable String offender;

  private OctoException(Code code, String message, @Nullable String offender) {
    super(message, null, false, false);
    this.code = code;
    this.offender = offender;
  }

  static OctoException of(Code code, String message) {
    return new OctoException(code, message, null);
  }

  static OctoException badRequest(String message) {
    return of(Code.BAD_REQUEST, message);
  }

  static OctoException unprocessable(String message) {
    return of(Code.UNPROCESSABLE_ENTITY, message);
  }

  static OctoException noProduct(String id) {
    return new OctoException(Code.INVALID_PRODUCT_ID, "there is no such product", id);
  }

  static OctoException noOption(String id) {
    return new OctoException(Code.INVALID_OPTION_ID, "the product has no such option", id);
  }

  static OctoException noUnit(String id) {
    return new OctoException(Code.INVALID_UNIT_ID, "the option has no such unit", id);
  }

  static OctoException noAvailability(String id) {
    return new OctoException(
        Code.INVALID_AVAILABILITY_ID, "the option has no such availability", id);
  }

  static OctoException badUuid(String uuid, String message) {
    return new OctoException(Code.INVALID_BOOKING_UUID, message, uuid);
  }

  Code code() {
    return code;
  }

  @Nullable String offender() {
    return offender;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
