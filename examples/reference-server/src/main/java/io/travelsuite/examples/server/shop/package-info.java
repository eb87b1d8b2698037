/**
 * What customers do: search, hold, pay, cancel, and get their tickets. Nothing here knows of HTTP;
 * pages and APIs call the same.
 */
@NullMarked
package io.travelsuite.examples.server.shop;

import org.jspecify.annotations.NullMarked;
