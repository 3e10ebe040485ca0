package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lv.vmis.register.matching.Feature;
import lv.vmis.register.matching.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    @Test
    void weights_and_report_are_written(@TempDir Path folder) throws Exception {
        new PeopleFolder(folder, 5).write(800, 150, 150, 0, 0);
        var out = folder.resolve("weights.txt");
        var report = folder.resolve("training.md");

        assertThat(Bench.run(List.of(
                        "train",
                        "--sets",
                        folder.toString(),
                        "--held-out",
                        "300",
                        "--questions",
                        "100",
                        "--rounds",
                        "1",
                        "--version",
                        "tried",
                        "--out",
                        out.toString(),
                        "--report",
                        report.toString())))
                .isZero();

        assertThat(Weights.parse(Files.readString(out)).version()).isEqualTo("tried");
        assertThat(Files.readString(report))
                .contains("Version tried, in place of " + Weights.current().version())
                .contains(" 300 | 150 |")
                .containsPattern("\\| 1 \\| 300 \\| \\d+ \\| -\\d+\\.\\d \\| -\\d+\\.\\d \\|")
                .contains("| right person first | ");
    }

    @Test
    void a_feature_that_is_new_begins_at_0() {
        var start = Trainer.start("version old\nDATE_EXACT 3");

        assertThat(start.of(Feature.DATE_EXACT)).isEqualTo(3);
        assertThat(start.of(Feature.TWIN)).isZero();
    }
}
