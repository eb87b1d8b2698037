package io.travelsuite.search;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence that was found, over the part of its run that was asked for.
 *
 * @param occurrence which
 * @param product what runs
 * @param label what tells it apart from another run at the same time; often empty
 * @param legs the part of the run; for a hold, {@code Line.over(legs)}
 * @param leaves where and when it is left from
 * @param arrives where and when it arrives; null where the occurrence has no stops
 * @param status whether the party could hold it now
 * @param left how many are left: of the fare unit of the party of which fewest are, each taken
 *     alone; 0 unless the status is AVAILABLE or SOLD_OUT
 * @param fareClass the fare class in which the party could hold it at the lowest price, or null
 *     where it has none; of classes without a price the lowest
 * @param price what the whole party pays in that class, charges included; null where a price is not
 *     stored for each of its units in one currency, and unless the status is AVAILABLE
 */
public record Departure(
    OccurrenceId occurrence,
    ProductId product,
    String label,
    LegRange legs,
    Call leaves,
    @Nullable Call arrives,
    Status status,
    UnitsLeft left,
    @Nullable String fareClass,
    @Nullable Money price) {}
