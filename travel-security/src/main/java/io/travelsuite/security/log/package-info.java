/**
 * Logs without what must not be in them: a redactor, its encoder for Logback, and the log files'
 * settings. Logback is an optional dependency.
 */
@NullMarked
package io.travelsuite.security.log;

import org.jspecify.annotations.NullMarked;
