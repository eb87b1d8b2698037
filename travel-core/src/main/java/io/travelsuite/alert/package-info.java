/** What somebody should look at, and the port to where it is told. */
@org.jspecify.annotations.NullMarked
package io.travelsuite.alert;
