package io.travelsuite.security.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Progress in memory. */
final class MemoryJobs implements JobStore {

  private final Map<String, JobProgress> jobs = new HashMap<>();

  @Override
  public synchronized Optional<JobProgress> find(String job) {
    return Optional.ofNullable(jobs.get(job));
  }

  @Override
  public synchronized boolean save(JobProgress next) {
    long there = find(next.job()).map(JobProgress::revision).orElse(0L);
    if (there != next.revision() - 1) {
      return false;
    }
    jobs.put(next.job(), next);
    return true;
  }
}
