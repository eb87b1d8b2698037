package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is travelling, as resellers tell it and are told it. The text form shows none of it, so that
 * it never reaches a log.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Contact(
    @Nullable String fullName,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String emailAddress,
    @Nullable String phoneNumber,
    @Nullable List<String> locales,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String notes) {

  static final Contact NOBODY =
      new Contact(null, null, null, null, null, List.of(), null, null, null);

  private static final int MOST_CHARS = 500;

  Contact {
    locales = locales == null ? List.of() : List.copyOf(locales);
  }

  /** {@return the same, if it may be kept} */
  Contact checked() {
    Texts.check("contact.fullName", fullName, MOST_CHARS);
    Texts.check("contact.firstName", firstName, MOST_CHARS);
    Texts.check("contact.lastName", lastName, MOST_CHARS);
    Texts.check("contact.emailAddress", emailAddress, MOST_CHARS);
    Texts.check("contact.phoneNumber", phoneNumber, MOST_CHARS);
    Texts.check("contact.postalCode", postalCode, MOST_CHARS);
    Texts.check("contact.country", country, MOST_CHARS);
    Texts.check("contact.notes", notes, 4 * MOST_CHARS);
    if (locales != null && locales.size() > 20) {
      throw OctoException.badRequest("contact.locales must be at most 20");
    }
    if (emailAddress != null && emailAddress.indexOf('@') < 1) {
      throw OctoException.badRequest("contact.emailAddress must be an e-mail address");
    }
    return this;
  }

  @Override
  public String toString() {
    return "Contact[…]";
  }
}
