/** A shop on Spring Boot that sells what the library has. */
@NullMarked
package io.travelsuite.examples.spring.shop;

import org.jspecify.annotations.NullMarked;
