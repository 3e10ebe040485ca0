package lv.vmis.register.legacy.reconciling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that differs in a field.
 *
 * @param isExplained whether somebody has worked with its person since
 * @param cells as they stand in the file
 * @param old what they were read as
 * @param now what the register says
 */
public record DifferingRow(
        UUID fileId,
        String fileName,
        long rowNo,
        KeptField field,
        boolean isExplained,
        @Nullable String key,
        UUID person,
        List<String> cells,
        @Nullable String old,
        @Nullable String now) {}
