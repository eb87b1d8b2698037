/**
 * OCTO, which resellers of tours and activities speak to suppliers, on top of the library: core and
 * octo/pricing.
 */
@NullMarked
package io.travelsuite.examples.server.octo;

import org.jspecify.annotations.NullMarked;
