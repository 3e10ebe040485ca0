package lv.vmis.register.legacy.export;

import java.util.List;
import java.util.Optional;

/** A table of an old register as it is exported: one flat row for each entry, case or attachment. */
public enum OldTable {
    LGM_ENTRIES(OldRegister.LGM, "IERAKSTA_NR"),
    LGM_ATTACHMENTS(OldRegister.LGM, "DATNE"),
    NIR_CASES(OldRegister.NIR, "LIETAS_NR"),
    NIR_ATTACHMENTS(OldRegister.NIR, "DATNE");

    private final OldRegister register;
    private final String key;

    OldTable(OldRegister register, String key) {
        this.register = register;
        this.key = key;
    }

    public OldRegister register() {
        return register;
    }

    /** The column that tells one row from another. */
    public String key() {
        return key;
    }

    /** Its columns in the order of the export. */
    public List<OldField> fields() {
        return Definition.fields(this);
    }

    /** A column by its name. */
    public Optional<OldField> field(String name) {
        return fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
