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
/// The setting is local to the transaction: a connection that goes back to the pool carries nobody's platform.
@Component("transactionManager")
class PlatformTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    PlatformTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Tenancy.bound().ifPresent(platform -> {
            try (PreparedStatement set = DataSourceUtils.getConnection(obtainDataSource())
                    .prepareStatement("SELECT set_config('jingwei.platform', ?, true)")) {
                set.setString(1, platform.value());
                set.execute();
            } catch (SQLException e) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("the platform could not be set", e);
            }
        });
    }
}
