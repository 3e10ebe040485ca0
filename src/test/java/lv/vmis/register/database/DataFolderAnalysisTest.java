package lv.vmis.register.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class DataFolderAnalysisTest {

    @Test
    void a_second_start_is_explained_without_a_stack_trace() {
        var failure = new IllegalStateException(new EmbeddedPostgres.DataFolderInUse(Path.of("data")));
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((_, _) -> {})))
                .filteredOn(DataFolderAnalysis.class::isInstance)
                .singleElement()
                .satisfies(analyzer -> {
                    var analysis = Objects.requireNonNull(analyzer.analyze(failure));
                    assertThat(analysis.getDescription()).endsWith("data folder data.");
                    assertThat(analysis.getAction()).contains("Stop it first", "REGISTER_DATA");
                });
    }
}
