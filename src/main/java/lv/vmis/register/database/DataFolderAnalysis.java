package lv.vmis.register.database;

import lv.vmis.register.database.EmbeddedPostgres.DataFolderInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says without a stack trace that another register uses the data folder, and what to do. */
final class DataFolderAnalysis extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataFolderInUse cause) {
        var message = String.valueOf(cause.getMessage());
        var end = message.indexOf(". ") + 1;
        return new FailureAnalysis(
                message.substring(0, end), message.substring(end).strip(), cause);
    }
}
