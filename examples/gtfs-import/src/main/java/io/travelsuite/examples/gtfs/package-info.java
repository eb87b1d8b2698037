/** Reads the timetable of a railway in GTFS, and expands it into dated departures. */
@NullMarked
package io.travelsuite.examples.gtfs;

import org.jspecify.annotations.NullMarked;
