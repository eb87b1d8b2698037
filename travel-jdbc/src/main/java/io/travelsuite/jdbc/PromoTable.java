package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Discount;
import io.travelsuite.price.Promo;
import io.travelsuite.price.PromoId;
import io.travelsuite.price.StoredPromo;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The table travel_promo. How often a code may be used and was is in travel_counter. */
final class PromoTable {

  /** No pool of an occurrence has such a name. */
  static final String USES = "#uses";

  private PromoTable() {}

  /** The key of the counter of its uses: its sellable is the limit, and taken how many have. */
  static CounterKey uses(PromoId id) {
    return new CounterKey(new OccurrenceId(id.value()), USES, 0);
  }

  /** Sees to it that there is one of that operator and code; its id, past a stale snapshot. */
  static PromoId reserve(Handle handle, Promo promo) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(UuidCreator.getTimeOrderedEpoch());
    values.add(promo.operator().value());
    values.add(promo.code());
    values.addAll(terms(promo));
    Sql.update(
        handle,
        """
        INSERT INTO travel_promo
          (id, operator_id, code, percent, currency, amount, first_date, last_date, ends_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE code = VALUES(code)
        """,
        values);
    return Sql.query(
            handle,
            "SELECT id FROM travel_promo WHERE operator_id = ? AND code = ? LOCK IN SHARE MODE",
            List.of(promo.operator().value(), promo.code()),
            row -> new PromoId(BinaryId.uuid(row.getBytes("id"))))
        .get(0);
  }

  static void update(Handle handle, PromoId id, Promo promo) {
    List<@Nullable Object> values = new ArrayList<>(terms(promo));
    values.add(id.value());
    Sql.update(
        handle,
        """
        UPDATE travel_promo
        SET percent = ?, currency = ?, amount = ?, first_date = ?, last_date = ?, ends_at = ?
        WHERE id = ?
        """,
        values);
  }

  /** The code of an operator with how often it was used; a plain read, which decides nothing. */
  static Optional<StoredPromo> find(Handle handle, OperatorId operator, String code) {
    return Sql.query(
            handle,
            """
            SELECT p.*, c.sellable, c.taken
            FROM travel_promo p FORCE INDEX (travel_promo_code) STRAIGHT_JOIN travel_counter c
              FORCE INDEX (PRIMARY) ON c.occurrence_id = p.id AND c.pool = ? AND c.leg = 0
            WHERE p.operator_id = ? AND p.code = ?
            """,
            List.of(USES, operator.value(), code),
            row -> stored(row, operator))
        .stream()
        .findFirst();
  }

  private static StoredPromo stored(ResultSet row, OperatorId operator) throws SQLException {
    Promo promo =
        new Promo(
            operator,
            row.getString("code"),
            discount(row),
            PriceRow.dates(row),
            UtcTime.instantOrNull(row, "ends_at"),
            row.getInt("sellable"));
    return new StoredPromo(
        new PromoId(BinaryId.uuid(row.getBytes("id"))), promo, row.getInt("taken"));
  }

  private static Discount discount(ResultSet row) throws SQLException {
    BigDecimal percent = row.getBigDecimal("percent");
    if (percent != null) {
      return new Discount.Percent(percent);
    }
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    return new Discount.Fixed(Money.ofMinor(currency, row.getLong("amount")));
  }

  private static List<@Nullable Object> terms(Promo promo) {
    List<@Nullable Object> values = new ArrayList<>();
    if (promo.discount() instanceof Discount.Percent percent) {
      values.add(percent.percent());
      values.add(null);
      values.add(null);
    } else if (promo.discount() instanceof Discount.Fixed fixed) {
      values.add(null);
      values.add(fixed.amount().getCurrencyUnit().getCode());
      values.add(fixed.amount().getAmountMinorLong());
    }
    DateRange dates = promo.dates();
    values.add(dates.first().toString());
    values.add(dates.last().toString());
    values.add(UtcTime.textOrNull(promo.endsAt()));
    return values;
  }
}
