package org.ecgnet.hub.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.identity.factor.SecondFactor;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The {@code second_factor} and {@code recovery_code} tables. */
final class JdbcSecondFactorRepository implements SecondFactorRepository {

    private static final String FIND =
            """
            select account, secret, made_at, confirmed_at, last_step
            from second_factor
            where account = :account""";
    private static final String BEGIN =
            """
            insert into second_factor (account, secret, made_at)
            values (:account, :secret, :madeAt)
            on conflict (account) do update
            set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
            where second_factor.confirmed_at is null""";
    private static final String CONFIRM =
            """
            update second_factor
            set confirmed_at = :now
            where account = :account""";
    private static final String TAKE =
            """
            update second_factor
            set last_step = :step
            where account = :account and last_step < :step""";
    private static final String FORGET_CODES = "delete from recovery_code where account = :account";
    private static final String KEEP_CODE = "insert into recovery_code (account, hash) values (:account, :hash)";
    private static final String USE_CODE =
            """
            update recovery_code
            set used_at = :now
            where account = :account and hash = :hash and used_at is null""";
    private static final String CODES_LEFT =
            "select count(*) from recovery_code where account = :account and used_at is null";
    private static final String REMOVE = "delete from second_factor where account = :account";

    private final Handle handle;

    JdbcSecondFactorRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<SecondFactor> find(String account) {
        return handle.createQuery(FIND)
                .bind("account", account)
                .map((row, context) -> new SecondFactor(
                        row.getString("account"),
                        row.getBytes("secret"),
                        SqlTypes.instant(row, "made_at"),
                        SqlTypes.optionalInstant(row, "confirmed_at"),
                        row.getLong("last_step")))
                .findOne();
    }

    @Override
    public boolean begin(SecondFactor factor) {
        return handle.createUpdate(BEGIN)
                        .bind("account", factor.account())
                        .bind("secret", factor.sealed())
                        .bind("madeAt", factor.madeAt())
                        .execute()
                == 1;
    }

    @Override
    public void confirm(String account, Instant now) {
        handle.createUpdate(CONFIRM).bind("account", account).bind("now", now).execute();
    }

    @Override
    public boolean take(String account, long step) {
        return handle.createUpdate(TAKE)
                        .bind("account", account)
                        .bind("step", step)
                        .execute()
                == 1;
    }

    @Override
    public void keepRecoveryCodes(String account, List<String> hashes) {
        handle.createUpdate(FORGET_CODES).bind("account", account).execute();
        PreparedBatch batch = handle.prepareBatch(KEEP_CODE);
        hashes.forEach(hash -> batch.bind("account", account).bind("hash", hash).add());
        batch.execute();
    }

    @Override
    public boolean useRecoveryCode(String account, String hash, Instant now) {
        return handle.createUpdate(USE_CODE)
                        .bind("account", account)
                        .bind("hash", hash)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    @Override
    public int recoveryCodesLeft(String account) {
        return handle.createQuery(CODES_LEFT)
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean remove(String account) {
        handle.createUpdate(FORGET_CODES).bind("account", account).execute();
        return handle.createUpdate(REMOVE).bind("account", account).execute() == 1;
    }
}
