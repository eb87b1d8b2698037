/**
 * Puts the timetable of a real railway on sale, and sells it from stop to stop. Reads a feed in
 * GTFS, expands it into dated departures, makes schedules of them through the library, has several
 * threads sell seats between random stops, checks everything that can be checked, and draws who
 * sits where on a long train. {@link io.travelsuite.examples.gtfs.GtfsImport} is the program.
 */
@NullMarked
package io.travelsuite.examples.gtfs;

import org.jspecify.annotations.NullMarked;
