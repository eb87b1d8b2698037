package io.travelsuite.jdbc;

import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.data.BlindIndex;
import io.travelsuite.security.key.SigningKeys;
import org.jspecify.annotations.Nullable;

/** The blind indexes of a customer's addresses. */
record AddressIndexes(BlindIndex emails, BlindIndex phones) {

  static AddressIndexes of(SigningKeys root, @Nullable String region) {
    return new AddressIndexes(BlindIndex.emails(root), BlindIndex.phones(root, region));
  }

  byte @Nullable [] email(OperatorId operator, Customer customer) {
    String email = customer.email();
    return email == null ? null : emails.index(operator, email);
  }

  byte @Nullable [] phone(OperatorId operator, Customer customer) {
    String phone = customer.phone();
    return phone == null ? null : phones.index(operator, phone);
  }
}
