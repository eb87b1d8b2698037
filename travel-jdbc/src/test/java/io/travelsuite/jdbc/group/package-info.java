/**
 * The library on several nodes of a multi-primary MySQL group at once. Run when {@code
 * TRAVEL_TEST_GROUP_URLS} names three nodes.
 */
package io.travelsuite.jdbc.group;
