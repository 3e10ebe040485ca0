package lv.vmis.register.legacy.staging;

import java.time.OffsetDateTime;
import java.util.UUID;
import lv.vmis.register.legacy.export.OldRegister;
import org.jspecify.annotations.Nullable;

/**
 * One taking-over of an export, of several files.
 *
 * @param files that count
 * @param staged of these, how many are staged whole
 * @param rows of these
 * @param working whether long work waits or goes on
 */
public record OldLoad(
        UUID id,
        int number,
        OldRegister register,
        LoadKind kind,
        @Nullable String note,
        String madeByName,
        OffsetDateTime madeAt,
        int files,
        int staged,
        long rows,
        boolean working) {}
