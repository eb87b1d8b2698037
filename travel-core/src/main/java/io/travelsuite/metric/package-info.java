/** What the library counts and times, and the port to where the host keeps it. */
@org.jspecify.annotations.NullMarked
package io.travelsuite.metric;
