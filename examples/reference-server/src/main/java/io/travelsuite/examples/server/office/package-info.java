/**
 * What operators do: look at departures and who travels, let travellers in, change what is sold,
 * and give money back. Nothing here knows of HTTP; pages and APIs call the same.
 */
@NullMarked
package io.travelsuite.examples.server.office;

import org.jspecify.annotations.NullMarked;
