/**
 * Where secrets come from, and how they change while the application runs: environment, files,
 * Vault, AWS Secrets Manager; and the scanner that looks for them where they must not be.
 */
@NullMarked
package io.travelsuite.security.secret;

import org.jspecify.annotations.NullMarked;
