/**
 * What happens at the guards, told in the words of the OWASP logging vocabulary: written as
 * structured events, counted, and watched for series that somebody should look at.
 */
@NullMarked
package io.travelsuite.security.event;

import org.jspecify.annotations.NullMarked;
