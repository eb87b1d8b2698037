/**
 * Whether a deployment is fit for production: what it is configured to, what the live thing
 * answers, and what somebody has stated.
 */
@NullMarked
package io.travelsuite.security.readiness;

import org.jspecify.annotations.NullMarked;
