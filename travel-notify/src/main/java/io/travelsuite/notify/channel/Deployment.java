package io.travelsuite.notify.channel;

/**
 * What a host's installation is for. The library cannot know: the host says so, best from the same
 * setting that its readiness check reads.
 */
public enum Deployment {
  /** Customers use it. */
  PRODUCTION,
  /** Nobody's trip depends on it: staging, a demonstration, a developer's machine. */
  SANDBOX
}
