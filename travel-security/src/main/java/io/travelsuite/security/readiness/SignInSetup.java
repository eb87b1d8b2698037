package io.travelsuite.security.readiness;

import io.travelsuite.security.session.SessionTerms;
import java.time.Duration;

/**
 * How people and programs sign in.
 *
 * @param customers how long sessions of customers live
 * @param staff how long sessions of operators and administrators live
 * @param renewsIds whether a session has a new id after signing in
 * @param customerLeast the fewest characters of a password of a customer
 * @param staffLeast the fewest characters of one of staff
 * @param most the most characters of a password
 * @param refusesCommon whether common passwords are refused
 * @param hash how passwords are hashed: {@code argon2id}, {@code bcrypt}, {@code scrypt}
 * @param hashKib the memory of a hash in KiB; judged for argon2id
 * @param triesByAccount tries of an account in 15 minutes, 0 for any
 * @param triesByAddress tries of an address in 15 minutes, 0 for any
 * @param staffSecondFactor whether staff need a second factor
 * @param tokenLifetime how long API tokens live at most, zero for ever
 * @param twoPersonRefunds whether large refunds take two people
 */
public record SignInSetup(
    SessionTerms customers,
    SessionTerms staff,
    boolean renewsIds,
    int customerLeast,
    int staffLeast,
    int most,
    boolean refusesCommon,
    String hash,
    int hashKib,
    int triesByAccount,
    int triesByAddress,
    boolean staffSecondFactor,
    Duration tokenLifetime,
    boolean twoPersonRefunds) {}
