package jingwei.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// 行级安全的事务: tells PostgreSQL the platform at the start of every transaction.
///
/// The setting is local to the transaction: a connection that goes back to the pool carries nobody's platform. A transaction
/// that writes reads by keys only, so it takes the plans that were made once; lists and searches (read-only) are planned for
/// their own words.
@Component("transactionManager")
class PlatformTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final String READING = "SELECT set_config('jingwei.platform', ?, true)";
    private static final String WRITING = "SELECT set_config('jingwei.platform', ?, true), "
            + "set_config('plan_cache_mode', 'force_generic_plan', true)";

    PlatformTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Tenancy.bound().ifPresent(platform -> {
            try (PreparedStatement set = DataSourceUtils.getConnection(obtainDataSource())
                    .prepareStatement(definition.isReadOnly() ? READING : WRITING)) {
                set.setString(1, platform.value());
                set.execute();
            } catch (SQLException e) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("the platform could not be set", e);
            }
        });
    }
}
