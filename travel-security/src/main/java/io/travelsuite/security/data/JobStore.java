package io.travelsuite.security.data;

import java.util.Optional;

/**
 * Where the progress of jobs is kept. An implementation is safe for use by many threads and
 * processes.
 */
public interface JobStore {

  /**
   * Looks a job up.
   *
   * @param job its name
   * @return its progress, or empty when it has not begun
   */
  Optional<JobProgress> find(String job);

  /**
   * Saves progress, if nobody else did.
   *
   * @param next stored when the revision before it is there, or nothing is and it is the first
   * @return whether it was stored
   */
  boolean save(JobProgress next);
}
