package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money as a currency and a number of its minor unit. */
final class MinorUnits {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private MinorUnits() {}

  /** The columns currency and amount of a row. */
  static Money read(ResultSet row) throws SQLException {
    return Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount"));
  }

  /** Refuses what BIGINT cannot keep. */
  static long of(Money money) {
    unless(money.getAmountMinor().abs().compareTo(MOST) <= 0, "amount", money, "must fit 63 bits");
    return money.getAmountMinorLong();
  }

  static String currency(Money money) {
    return money.getCurrencyUnit().getCode();
  }
}
