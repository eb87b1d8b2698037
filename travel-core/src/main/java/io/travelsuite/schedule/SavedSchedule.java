package io.travelsuite.schedule;

/**
 * A schedule as it is in force.
 *
 * @param id its id
 * @param version 1 when made, one more with every change
 * @param schedule what it says
 */
public record SavedSchedule(ScheduleId id, int version, Schedule schedule) {}
