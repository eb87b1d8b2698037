/** What passes between the modules of an incoming webhook that was verified. */
@org.jspecify.annotations.NullMarked
package io.travelsuite.webhook;
