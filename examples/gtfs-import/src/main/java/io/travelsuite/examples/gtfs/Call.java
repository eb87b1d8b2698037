package io.travelsuite.examples.gtfs;

import java.time.Duration;
import java.time.ZoneId;

/**
 * A departure's call at a stop. Times are elapsed ones, which no change to or from daylight saving
 * time alters. Two calls of one departure may be at the same stop.
 *
 * @param stopId the stop's key in the feed
 * @param code the stop's code, 1 to 32 printable ASCII characters without space, unique to it
 * @param name the stop's name
 * @param zone the stop's time zone
 * @param arrival since the departure left its first stop; negative only at the first stop, where
 *     the vehicle may stand for a while before
 * @param departure since the departure left its first stop, 0 there; not before the arrival
 * @param boarding whether one may get on here
 * @param alighting whether one may get off here; the feed may say so of the first stop too
 * @param onRequest whether the vehicle stops only for who asked, the agency or the driver
 */
record Call(
    String stopId,
    String code,
    String name,
    ZoneId zone,
    Duration arrival,
    Duration departure,
    boolean boarding,
    boolean alighting,
    boolean onRequest) {}
