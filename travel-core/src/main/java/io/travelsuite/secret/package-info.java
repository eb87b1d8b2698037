/** What must not be seen: secrets, and the guard against card numbers. */
@org.jspecify.annotations.NullMarked
package io.travelsuite.secret;
