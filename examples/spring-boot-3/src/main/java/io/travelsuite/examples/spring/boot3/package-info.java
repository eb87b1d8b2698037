/** What only Spring Boot 3.5 needs. */
@NullMarked
package io.travelsuite.examples.spring.boot3;

import org.jspecify.annotations.NullMarked;
