package io.travelsuite.inventory;

/**
 * A tenant, who sells.
 *
 * @param id its id
 * @param code the host's own short name for it, unique: 1 to 64 printable ASCII characters
 * @param name what people read
 */
public record Operator(OperatorId id, String code, String name) {}
