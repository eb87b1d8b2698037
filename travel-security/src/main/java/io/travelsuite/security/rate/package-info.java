/** Rate limits: rules, decisions, and limiters within a JVM and across a cluster. */
@NullMarked
package io.travelsuite.security.rate;

import org.jspecify.annotations.NullMarked;
