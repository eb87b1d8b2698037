/** Where errors, heartbeats and alerts go, and what security events tell the metrics. */
@NullMarked
package io.travelsuite.security.monitor;

import org.jspecify.annotations.NullMarked;
