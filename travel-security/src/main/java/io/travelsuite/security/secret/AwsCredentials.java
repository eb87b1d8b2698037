package io.travelsuite.security.secret;

import io.travelsuite.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What signs requests to AWS.
 *
 * @param accessKeyId the key's id
 * @param secretKey the key
 * @param sessionToken the token of temporary credentials, or null
 */
public record AwsCredentials(String accessKeyId, Secret secretKey, @Nullable Secret sessionToken) {}
