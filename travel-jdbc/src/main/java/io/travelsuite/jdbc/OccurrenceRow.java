package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A row of travel_occurrence; the occurrence is without stops and pools, which its layout has. */
record OccurrenceRow(
    Occurrence occurrence, DocumentId layout, DocumentId terms, SaleState state, int revision) {

  static OccurrenceRow of(ResultSet row) throws SQLException {
    Occurrence occurrence =
        new Occurrence(
            new OccurrenceId(BinaryId.uuid(row.getBytes("id"))),
            new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
            new ProductId(BinaryId.uuid(row.getBytes("product_id"))),
            row.getString("label"),
            row.getObject("local_start", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            UtcTime.instant(row, "starts_at"),
            List.of(),
            List.of());
    return new OccurrenceRow(
        occurrence,
        DocumentId.stored(row.getBytes("layout")),
        DocumentId.stored(row.getBytes("terms")),
        SaleState.valueOf(row.getString("state")),
        row.getInt("revision"));
  }

  Offer offer(Layout parts, SaleTerms saleTerms) {
    Occurrence whole =
        new Occurrence(
            occurrence.id(),
            occurrence.operator(),
            occurrence.product(),
            occurrence.label(),
            occurrence.localStart(),
            occurrence.zone(),
            occurrence.startsAt(),
            parts.stops(),
            parts.pools());
    return new Offer(whole, layout, parts, saleTerms, state, revision);
  }
}
