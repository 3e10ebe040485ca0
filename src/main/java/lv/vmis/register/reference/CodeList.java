package lv.vmis.register.reference;

import lv.vmis.register.kernel.Language;

/** The title of a list: of a generic list of codes, or of a list with a table of its own. */
public record CodeList(String list, String titleLv, String titleEn, boolean ownTable, int sort) {

    public String title(Language language) {
        return switch (language) {
            case LV -> titleLv;
            case EN -> titleEn;
        };
    }
}
