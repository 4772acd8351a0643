package org.ecgnet.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.identity.SecondFactorAnswer.Refused;
import org.ecgnet.hub.identity.SecondFactorAnswer.Why;
import org.ecgnet.hub.identity.factor.FactorKey;
import org.ecgnet.hub.identity.factor.TestAuthenticator;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PasswordHasher QUICK = new PasswordHasher(64, 1, RANDOM);
    private static final String PASSWORD = "a password of this test";
    private static final String HERE = "127.0.0.1";
    private static final Instant START = Instant.parse("2026-03-01T04:00:00Z");
    private static final FactorKey KEY = FactorKey.random(RANDOM);

    private final SignIn signIn = signIn(KEY, SecondFactorPolicy.OPTIONAL);

    private static SignIn signIn(FactorKey key, SecondFactorPolicy policy) {
        return new SignIn(
                DATABASE.database(),
                QUICK,
                LoginThrottle.DEFAULT,
                SessionPolicy.DEFAULT,
                new SecondFactors(key, policy),
                RANDOM);
    }

    private static Account account(String name, Role role) {
        new AccountBook(DATABASE.database(), QUICK)
                .add(name, "李医生", PASSWORD.toCharArray(), Set.of(role), "test", START);
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AccountRepository.class).find(name))
                .orElseThrow();
    }

    private SignInResult login(String name, String code, Instant now) {
        return signIn.signIn(name, PASSWORD.toCharArray(), code, HERE, now);
    }

    /** An account whose second factor is on since START. */
    private Enrolled enrolled(String name) {
        Account account = account(name, Role.CARDIOLOGIST);
        TestAuthenticator telephone = begin(account);
        var on = (SecondFactorAnswer.On) signIn.secondFactor().confirm(account, telephone.code(START), HERE, START);
        return new Enrolled(account, telephone, on.recoveryCodes());
    }

    private TestAuthenticator begin(Account account) {
        var begun =
                (SecondFactorAnswer.Begun) signIn.secondFactor().begin(account, PASSWORD.toCharArray(), HERE, START);
        assertThat(begun.uri())
                .isEqualTo("otpauth://totp/ECG:" + account.name() + "?secret=" + begun.base32() + "&issuer=ECG");
        return new TestAuthenticator(begun.base32());
    }

    private record Enrolled(Account account, TestAuthenticator telephone, List<String> recovery) {}

    @Test
    void itCountsOnlyOnceACodeOfTheTelephoneWasGivenBack() {
        Account account = account("begun", Role.CARDIOLOGIST);
        TestAuthenticator telephone = begin(account);

        assertThat(login("begun", "", START)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(signIn.secondFactor().confirm(account, "000000", HERE, START))
                .isEqualTo(new Refused(Why.CODE_WRONG, Duration.ZERO));
        assertThat(signIn.secondFactor().confirm(account, telephone.code(START), HERE, START))
                .isInstanceOfSatisfying(SecondFactorAnswer.On.class, on -> assertThat(on.recoveryCodes())
                        .hasSize(10));
        assertThat(login("begun", "", START)).isInstanceOf(SignInResult.CodeNeeded.class);
        assertThat(signIn.secondFactor().begin(account, PASSWORD.toCharArray(), HERE, START))
                .isEqualTo(new Refused(Why.ALREADY_ON, Duration.ZERO));
    }

    @Test
    void aLoginTakesACodeOnceAndAWrongPasswordIsNeverAskedForOne() {
        Enrolled one = enrolled("once");
        Instant later = START.plusSeconds(60);

        assertThat(login("once", one.telephone().code(START), START))
                .as("the code that switched it on")
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.CODE_USED, Duration.ZERO)));
        assertThat(login("once", one.telephone().code(later), later)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(login("once", one.telephone().code(later), later.plusSeconds(1)))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.CODE_USED, Duration.ZERO)));
        assertThat(signIn.signIn("once", "a wrong password".toCharArray(), "", HERE, later))
                .isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void ofTwoWhoComeWithTheSameCodeAtOnceOneEnters() throws Exception {
        Enrolled one = enrolled("twins");
        Instant later = START.plusSeconds(90);
        Callable<SignInResult> attempt = () -> login("twins", one.telephone().code(later), later);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<SignInResult> first = both.submit(attempt);
            Future<SignInResult> second = both.submit(attempt);
            assertThat(List.of(first.get(), second.get()))
                    .filteredOn(SignInResult.SignedIn.class::isInstance)
                    .hasSize(1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aTelephoneAMinuteOffIsToldSo() {
        Enrolled one = enrolled("clock");
        Instant later = START.plusSeconds(600);

        assertThat(login("clock", one.telephone().code(later.minusSeconds(60)), later))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.CLOCK_OFF, Duration.ofMinutes(-1))));
        assertThat(login("clock", one.telephone().code(later.minusSeconds(30)), later))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsTyped() {
        Enrolled one = enrolled("paper");
        String code = one.recovery().get(3);

        assertThat(login("paper", code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '), START))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(login("paper", code, START))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.RECOVERY_WRONG, Duration.ZERO)));
        assertThat(login("paper", "AAAAA-AAAAA", START))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.RECOVERY_WRONG, Duration.ZERO)));
        assertThat(signIn.secondFactor().state(one.account()).recoveryCodesLeft())
                .isEqualTo(9);
    }

    @Test
    void wrongCodesMakeOneWaitLikeWrongPasswordsEvenWithTheRightOne() {
        Enrolled one = enrolled("guessed");
        Instant later = START.plusSeconds(300);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(login("guessed", "00000" + guess, later)).isInstanceOf(SignInResult.CodeRefused.class);
        }

        assertThat(login("guessed", one.telephone().code(later), later)).isInstanceOf(SignInResult.TooMany.class);
        assertThat(signIn.secondFactor().off(one.account(), PASSWORD.toCharArray(), "1", HERE, later))
                .isInstanceOf(SecondFactorAnswer.TooMany.class);
        Instant waited = later.plusSeconds(6);
        assertThat(login("guessed", one.telephone().code(waited), waited)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void askingForTheCodeForgivesNoFailure() {
        enrolled("patient");
        Instant later = START.plusSeconds(300);
        for (int guess = 0; guess < 5; guess++) {
            login("patient", "", later);
            login("patient", "00000" + guess, later);
        }

        assertThat(login("patient", "", later)).isInstanceOf(SignInResult.TooMany.class);
    }

    @Test
    void whatIsRefusedWithoutLookingAtACodeMakesNobodyWait() {
        Enrolled one = enrolled("twice");
        for (int press = 0; press < 8; press++) {
            assertThat(signIn.secondFactor().confirm(one.account(), "000000", HERE, START))
                    .isEqualTo(new Refused(Why.ALREADY_ON, Duration.ZERO));
        }

        Instant later = START.plusSeconds(60);
        assertThat(login("twice", one.telephone().code(later), later)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void itIsSwitchedOffWithPasswordAndCodeOnly() {
        Enrolled one = enrolled("off");
        SecondFactorDesk desk = signIn.secondFactor();
        Instant later = START.plusSeconds(60);

        assertThat(desk.off(
                        one.account(), "wrong".toCharArray(), one.telephone().code(later), HERE, later))
                .isEqualTo(new Refused(Why.PASSWORD_WRONG, Duration.ZERO));
        assertThat(desk.off(one.account(), PASSWORD.toCharArray(), "000000", HERE, later))
                .isEqualTo(new Refused(Why.CODE_WRONG, Duration.ZERO));
        assertThat(login("off", "", later)).isInstanceOf(SignInResult.CodeNeeded.class);
        assertThat(desk.off(
                        one.account(), PASSWORD.toCharArray(), one.telephone().code(later), HERE, later))
                .isInstanceOf(SecondFactorAnswer.Off.class);
        assertThat(login("off", "", later)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void newRecoveryCodesTakeThePasswordAndACodeAndEndTheOldOnes() {
        Enrolled one = enrolled("renew");
        SecondFactorDesk desk = signIn.secondFactor();
        Instant later = START.plusSeconds(60);
        login("renew", one.recovery().get(0), START);

        assertThat(desk.renew(
                        one.account(), "wrong".toCharArray(), one.telephone().code(later), HERE, later))
                .isEqualTo(new Refused(Why.PASSWORD_WRONG, Duration.ZERO));
        assertThat(desk.renew(one.account(), PASSWORD.toCharArray(), "000000", HERE, later))
                .isEqualTo(new Refused(Why.CODE_WRONG, Duration.ZERO));
        assertThat(desk.state(one.account()).recoveryCodesLeft()).isEqualTo(9);
        var renewed = (SecondFactorAnswer.On) desk.renew(
                one.account(), PASSWORD.toCharArray(), one.telephone().code(later), HERE, later);

        assertThat(renewed.recoveryCodes()).hasSize(10).doesNotContainAnyElementsOf(one.recovery());
        assertThat(desk.state(one.account()).recoveryCodesLeft()).isEqualTo(10);
        assertThat(login("renew", one.recovery().get(1), later))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.RECOVERY_WRONG, Duration.ZERO)));
        assertThat(login("renew", renewed.recoveryCodes().get(1), later)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(TestAudit.of(DATABASE, "renew")).contains("RECOVERY_CODES_RENEWED renew");
    }

    @Test
    void whoHasNoneHasNoCodesToRenew() {
        Account account = account("without", Role.CARDIOLOGIST);

        assertThat(signIn.secondFactor().renew(account, PASSWORD.toCharArray(), "000000", HERE, START))
                .isEqualTo(new Refused(Why.NOT_ON, Duration.ZERO));
    }

    @Test
    void anAdministratorTakesItAwayAndTheSessionsEnd() {
        Enrolled one = enrolled("lost");
        var in = (SignInResult.SignedIn) login("lost", one.recovery().get(0), START);

        assertThat(SecondFactorDesk.reset(DATABASE.database(), "lost", "admin", START))
                .isTrue();
        assertThat(SecondFactorDesk.reset(DATABASE.database(), "lost", "admin", START))
                .isFalse();
        assertThat(signIn.whose(in.token(), true, START)).isEmpty();
        assertThat(login("lost", "", START)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    void aRoleThatMustHaveOneSeesNothingElseAndCannotSwitchItOff() {
        SignIn strict = signIn(KEY, new SecondFactorPolicy(Set.of(Role.AUDITOR)));
        Account account = account("must", Role.AUDITOR);
        var in = (SignInResult.SignedIn) strict.signIn("must", PASSWORD.toCharArray(), "", HERE, START);
        assertThat(in.who().mustEnrol()).isTrue();
        assertThat(strict.whose(in.token(), true, START).orElseThrow().mustEnrol())
                .isTrue();

        var begun =
                (SecondFactorAnswer.Begun) strict.secondFactor().begin(account, PASSWORD.toCharArray(), HERE, START);
        String code = new TestAuthenticator(begun.base32()).code(START);
        assertThat(strict.secondFactor().confirm(account, code, HERE, START)).isInstanceOf(SecondFactorAnswer.On.class);

        assertThat(strict.whose(in.token(), true, START).orElseThrow().mustEnrol())
                .isFalse();
        assertThat(strict.secondFactor().off(account, PASSWORD.toCharArray(), code, HERE, START))
                .isEqualTo(new Refused(Why.REQUIRED, Duration.ZERO));
    }

    @Test
    void withAnotherKeyNobodyEntersByAccidentAndThePersonIsToldWhatToDo() {
        Enrolled one = enrolled("moved");

        assertThat(signIn(FactorKey.random(RANDOM), SecondFactorPolicy.OPTIONAL)
                        .signIn(
                                "moved",
                                PASSWORD.toCharArray(),
                                one.telephone().code(START.plusSeconds(60)),
                                HERE,
                                START.plusSeconds(60)))
                .isEqualTo(new SignInResult.CodeRefused(new Refused(Why.UNREADABLE, Duration.ZERO)));
    }

    @Test
    void theAuditHasEveryStepAndNoSecretAndNoCode() {
        Enrolled one = enrolled("audited");
        login("audited", "", START.plusSeconds(60));
        login("audited", "123456", START.plusSeconds(60));
        login("audited", one.recovery().get(0), START.plusSeconds(60));

        List<String> lines = TestAudit.of(DATABASE, "audited");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("SECOND_FACTOR_BEGUN"))
                .anyMatch(line -> line.startsWith("SECOND_FACTOR_ON"))
                .anyMatch(line -> line.startsWith("SIGN_IN_CODE_ASKED"))
                .anyMatch(line -> line.startsWith("SIGN_IN_REFUSED CODE_WRONG"))
                .anyMatch(line -> line.startsWith("RECOVERY_CODE_USED 9 left"))
                .anyMatch(line -> line.startsWith("SIGNED_IN"))
                .noneMatch(line -> line.contains("123456"))
                .noneMatch(line -> line.contains(one.recovery().get(0)));
        AuditCheck check = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).check());
        assertThat(check).isInstanceOf(AuditCheck.Whole.class);
    }
}
