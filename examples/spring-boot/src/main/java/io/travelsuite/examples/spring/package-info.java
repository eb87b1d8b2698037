/** The library on Spring Boot, version 4 or 3.5: what a starter of it would be. */
@NullMarked
package io.travelsuite.examples.spring;

import org.jspecify.annotations.NullMarked;
