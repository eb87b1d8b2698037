package io.travelsuite.security.role;

import java.util.Map;

/**
 * The permissions of the suite's own operations. A host grants them by {@link Role}, and asks
 * {@link Roles} before each call: the operations themselves do not know who calls.
 */
public final class Permissions {

  /** To see and end sessions of others. */
  public static final Permission ACCESS_SESSIONS = new Permission("access:sessions");

  /** To issue, rotate and revoke API tokens of others. */
  public static final Permission ACCESS_TOKENS = new Permission("access:tokens");

  /** To let somebody try again who typed a wrong password too often. */
  public static final Permission ACCESS_UNLOCK = new Permission("access:unlock");

  /** To cancel a booking or a part of it. */
  public static final Permission BOOKING_CANCEL = new Permission("booking:cancel");

  /** To change a booking or move it to another departure. */
  public static final Permission BOOKING_CHANGE = new Permission("booking:change");

  /** To confirm a booking that is paid, or need not be. */
  public static final Permission BOOKING_CONFIRM = new Permission("booking:confirm");

  /** To hold units, extend a hold and release it. */
  public static final Permission BOOKING_HOLD = new Permission("booking:hold");

  /** To see all who travel on a departure. */
  public static final Permission BOOKING_MANIFEST = new Permission("booking:manifest");

  /** To see a booking and its customer. */
  public static final Permission BOOKING_READ = new Permission("booking:read");

  /** To let travellers in, and to say who did not come. */
  public static final Permission BOOKING_REDEEM = new Permission("booking:redeem");

  /** To cancel a departure and the bookings of it. */
  public static final Permission INVENTORY_CANCEL = new Permission("inventory:cancel");

  /** To change how much there is to sell. */
  public static final Permission INVENTORY_CAPACITY = new Permission("inventory:capacity");

  /** To put departures on sale. */
  public static final Permission INVENTORY_OPEN = new Permission("inventory:open");

  /** To add products. */
  public static final Permission INVENTORY_PRODUCTS = new Permission("inventory:products");

  /** To see departures and what is left of them. */
  public static final Permission INVENTORY_READ = new Permission("inventory:read");

  /** To set terms of sale, stop a sale and go on with it. */
  public static final Permission INVENTORY_SALE = new Permission("inventory:sale");

  /** To see payments. */
  public static final Permission PAYMENT_READ = new Permission("payment:read");

  /** To give money back: worth a {@link TwoPersonRule} above some amount. */
  public static final Permission PAYMENT_REFUND = new Permission("payment:refund");

  /** To take payments. */
  public static final Permission PAYMENT_TAKE = new Permission("payment:take");

  /** To sweep, purge, verify, repair and replay. */
  public static final Permission PLATFORM_MAINTAIN = new Permission("platform:maintain");

  /** To add operators. */
  public static final Permission PLATFORM_OPERATORS = new Permission("platform:operators");

  /** To see and set promo codes. */
  public static final Permission PRICE_PROMO = new Permission("price:promo");

  /** To see prices. */
  public static final Permission PRICE_READ = new Permission("price:read");

  /** To set prices. */
  public static final Permission PRICE_SET = new Permission("price:set");

  /** To see schedules and what a change would do. */
  public static final Permission SCHEDULE_READ = new Permission("schedule:read");

  /** To change schedules, and departures by them. */
  public static final Permission SCHEDULE_SET = new Permission("schedule:set");

  private static final Map<String, Permission> BY_OPERATION =
      Map.ofEntries(
          Map.entry("Bookings.hold", BOOKING_HOLD),
          Map.entry("Bookings.confirm", BOOKING_CONFIRM),
          Map.entry("Bookings.extend", BOOKING_HOLD),
          Map.entry("Bookings.change", BOOKING_CHANGE),
          Map.entry("Bookings.release", BOOKING_HOLD),
          Map.entry("Bookings.cancel", BOOKING_CANCEL),
          Map.entry("Bookings.redeem", BOOKING_REDEEM),
          Map.entry("Bookings.noShow", BOOKING_REDEEM),
          Map.entry("Bookings.find", BOOKING_READ),
          Map.entry("Bookings.findByReference", BOOKING_READ),
          Map.entry("Bookings.findByKey", BOOKING_READ),
          Map.entry("Bookings.manifest", BOOKING_MANIFEST),
          Map.entry("Bookings.sweepExpired", PLATFORM_MAINTAIN),
          Map.entry("Inventory.addOperator", PLATFORM_OPERATORS),
          Map.entry("Inventory.addProduct", INVENTORY_PRODUCTS),
          Map.entry("Inventory.open", INVENTORY_OPEN),
          Map.entry("Inventory.find", INVENTORY_READ),
          Map.entry("Inventory.close", INVENTORY_SALE),
          Map.entry("Inventory.reopen", INVENTORY_SALE),
          Map.entry("Inventory.cancel", INVENTORY_CANCEL),
          Map.entry("Inventory.terms", INVENTORY_READ),
          Map.entry("Inventory.setTerms", INVENTORY_SALE),
          Map.entry("Inventory.resize", INVENTORY_CAPACITY),
          Map.entry("Inventory.shrink", INVENTORY_CAPACITY),
          Map.entry("Inventory.availability", INVENTORY_READ),
          Map.entry("Inventory.seats", INVENTORY_READ),
          Map.entry("Prices.put", PRICE_SET),
          Map.entry("Prices.remove", PRICE_SET),
          Map.entry("Prices.list", PRICE_READ),
          Map.entry("Prices.quote", PRICE_READ),
          Map.entry("Prices.putPromo", PRICE_PROMO),
          Map.entry("Prices.findPromo", PRICE_PROMO),
          Map.entry("Schedules.save", SCHEDULE_SET),
          Map.entry("Schedules.find", SCHEDULE_READ),
          Map.entry("Schedules.of", SCHEDULE_READ),
          Map.entry("Schedules.preview", SCHEDULE_READ),
          Map.entry("Schedules.generate", SCHEDULE_SET),
          Map.entry("Schedules.apply", SCHEDULE_SET),
          Map.entry("Schedules.retime", SCHEDULE_SET),
          Map.entry("Schedules.cancelBookings", INVENTORY_CANCEL),
          Map.entry("Schedules.moveBookings", BOOKING_CHANGE),
          Map.entry("Schedules.overbooked", INVENTORY_READ),
          Map.entry("Search.find", INVENTORY_READ),
          Map.entry("Integrity.verify", PLATFORM_MAINTAIN),
          Map.entry("Integrity.repair", PLATFORM_MAINTAIN),
          Map.entry("Payments.start", PAYMENT_TAKE),
          Map.entry("Payments.resume", PAYMENT_TAKE),
          Map.entry("Payments.apply", PAYMENT_TAKE),
          Map.entry("Payments.refund", PAYMENT_REFUND),
          Map.entry("Payments.find", PAYMENT_READ),
          Map.entry("WebhookInbox.receive", PLATFORM_MAINTAIN),
          Map.entry("WebhookInbox.process", PLATFORM_MAINTAIN),
          Map.entry("WebhookInbox.dead", PLATFORM_MAINTAIN),
          Map.entry("WebhookInbox.replay", PLATFORM_MAINTAIN),
          Map.entry("WebhookInbox.purge", PLATFORM_MAINTAIN),
          Map.entry("ApiTokens.issue", ACCESS_TOKENS),
          Map.entry("ApiTokens.rotate", ACCESS_TOKENS),
          Map.entry("ApiTokens.revoke", ACCESS_TOKENS),
          Map.entry("ApiTokens.revokeAll", ACCESS_TOKENS),
          Map.entry("ApiTokens.list", ACCESS_TOKENS),
          Map.entry("ApiTokens.olderThan", ACCESS_TOKENS),
          Map.entry("ApiTokens.purge", PLATFORM_MAINTAIN),
          Map.entry("Sessions.end", ACCESS_SESSIONS),
          Map.entry("Sessions.endAll", ACCESS_SESSIONS),
          Map.entry("Sessions.list", ACCESS_SESSIONS),
          Map.entry("Sessions.purge", PLATFORM_MAINTAIN),
          Map.entry("LoginGuard.unlock", ACCESS_UNLOCK),
          Map.entry("LoginGuard.purge", PLATFORM_MAINTAIN));

  private Permissions() {}

  /**
   * {@return which permission each operation takes, by its name such as {@code Bookings.cancel}}
   */
  public static Map<String, Permission> byOperation() {
    return BY_OPERATION;
  }
}
