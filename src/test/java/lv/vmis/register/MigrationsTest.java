package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;

/** The one line of migrations. */
class MigrationsTest {

    @Test
    void each_migration_has_a_number_of_its_own_and_a_name() {
        var names = Sources.files(Sources.RESOURCES.resolve("db/migration"), ".sql").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("afterMigrate.sql"))
                .toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(12);
        assertThat(names).allMatch(name -> name.matches("V[0-9]{3}__[a-z_]+\\.sql"));
        assertThat(names.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
    }
}
