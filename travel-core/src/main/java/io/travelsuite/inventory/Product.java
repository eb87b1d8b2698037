package io.travelsuite.inventory;

import java.time.ZoneId;

/**
 * What is sold: a route, a tour, a room type.
 *
 * @param id its id
 * @param operator who sells it
 * @param code the operator's own short name for it, unique per operator: 1 to 64 printable ASCII
 *     characters
 * @param name what people read
 * @param zone the time zone in which its occurrences' local times are meant
 */
public record Product(ProductId id, OperatorId operator, String code, String name, ZoneId zone) {}
