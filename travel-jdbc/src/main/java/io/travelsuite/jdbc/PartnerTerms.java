package io.travelsuite.jdbc;

import io.travelsuite.notify.webhook.DeliverySettings;
import io.travelsuite.notify.webhook.PartnerData;

/**
 * On which terms partners are told. Immutable.
 *
 * @param settings when webhooks are tried again, and when an endpoint is given up
 * @param data what partners are told of an event
 */
public record PartnerTerms(DeliverySettings settings, PartnerData data) {

  /** Tried as the standard recommends; {@link PartnerData#listed}. */
  public static final PartnerTerms DEFAULT =
      new PartnerTerms(DeliverySettings.DEFAULT, PartnerData.listed());
}
