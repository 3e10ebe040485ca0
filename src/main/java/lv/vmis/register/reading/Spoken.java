package lv.vmis.register.reading;

/** Latin names by their sound: marks that change it are spelt out, the others go. */
final class Spoken {

    private static final String VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯ";

    private Spoken() {}

    static String of(String word) {
        var capitals = Latin.capitals(word.replace('ı', 'i'));
        boolean isVietnamese = isVietnamese(capitals);
        var spelt = new StringBuilder(capitals.length() + 8);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            switch (c) {
                case 'Š', 'Ş', 'Ș', 'Ś', 'Ŝ' -> spelt.append("SH");
                case 'Č', 'Ć', 'Ç', 'Ĉ', 'Ċ' -> spelt.append("CH");
                case 'Ž', 'Ż', 'Ź' -> spelt.append("ZH");
                case 'Ț', 'Ţ' -> spelt.append("TS");
                case 'Ř' -> spelt.append("RZ");
                case 'Ñ' -> spelt.append("NY");
                case 'Đ' -> spelt.append(isVietnamese ? "D" : "DJ");
                default -> spelt.append(c);
            }
        }
        return Scripts.machineReadable(Latin.bare(spelt.toString()));
    }

    /** Whether the word holds a Đ that is often printed DJ. */
    static boolean hasSlavicDj(String word) {
        return (word.indexOf('Đ') >= 0 || word.indexOf('đ') >= 0) && !isVietnamese(Latin.capitals(word));
    }

    // Đ is Slavic or Vietnamese; Vietnamese words bear other marks as well, or end as no Slavic word does.
    private static boolean isVietnamese(String capitals) {
        return capitals.endsWith("NH")
                || capitals.endsWith("NG")
                || capitals.chars().anyMatch(c -> (c >= 0x1EA0 && c <= 0x1EF9) || VIETNAMESE.indexOf(c) >= 0);
    }
}
