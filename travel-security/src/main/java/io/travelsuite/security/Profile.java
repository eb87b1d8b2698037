package io.travelsuite.security;

/** Where a process runs: what is convenient on a developer's machine is refused elsewhere. */
public enum Profile {
  /** A developer's machine, or a test. */
  DEVELOPMENT,
  /** Anywhere else. What takes a profile and is given none assumes this one. */
  PRODUCTION
}
