package lv.vmis.register.legacy.export;

/** How an export is written. */
public enum FileFormat {
    CSV,
    XLSX,
    XML
}
