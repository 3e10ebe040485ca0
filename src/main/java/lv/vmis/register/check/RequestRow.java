package lv.vmis.register.check;

import java.util.UUID;

/** A line of the inspectors' list: the request, the name of the unit it came from, and the key of its form. */
public record RequestRow(InspectorRequest request, String unitLv, String unitEn, UUID key) {}
