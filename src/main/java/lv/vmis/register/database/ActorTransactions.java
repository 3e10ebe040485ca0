package lv.vmis.register.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lv.vmis.register.kernel.Acting;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL at the start of each transaction who acts; row security shows personal rows to no one else. */
final class ActorTransactions extends JdbcTransactionManager {

    ActorTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var actor = Acting.now();
        if (actor.isEmpty()) {
            return;
        }
        // Local to the transaction, so that nothing is left on the pooled connection.
        try (var statement = connection.prepareStatement("select set_config('register.actor', ?, true)")) {
            statement.setString(1, actor.get().account().toString());
            statement.execute();
        }
    }
}
