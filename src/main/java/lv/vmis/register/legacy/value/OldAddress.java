package lv.vmis.register.legacy.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An address as an old register has it: one line of text, since the districts and parishes it names may be no more. */
public record OldAddress(String text, List<Remark> remarks) {

    private static final Pattern DISTRICT = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:raj(?:ons|onā|ona)?|pag(?:asts|astā|asta)?|ciema padome|c\\.p)(?:\\.|(?!\\p{L}))");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Puts the parts of an address into one line, in their order; what was said twice stands once. Never throws. */
    public static OldAddress read(List<String> parts) {
        var remarks = new ArrayList<Remark>();
        var kept = new ArrayList<String>();
        for (var part : parts) {
            var plain = BLANKS.matcher(part.strip()).replaceAll(" ");
            if (!plain.isEmpty() && !plain.equals("-")) {
                var repaired = Misread.repair(plain);
                if (repaired.remark() != null) {
                    remarks.add(repaired.remark());
                }
                if (!kept.contains(repaired.text())) {
                    kept.add(repaired.text());
                }
            }
        }
        var text = String.join(", ", kept);
        var district = DISTRICT.matcher(text);
        if (district.find()) {
            remarks.add(Remark.of(RemarkCode.OLD_DISTRICT, text));
        }
        return new OldAddress(text, List.copyOf(remarks));
    }

    /** The columns of the illegal immigration register: the district column alone says that it is an old address. */
    public static OldAddress of(
            String town,
            String district,
            String parish,
            String village,
            String house,
            String street,
            String number,
            String building,
            String flat) {
        var line = (street.strip() + " " + number.strip()).strip()
                + (building.isBlank() ? "" : " k-" + building.strip())
                + (flat.isBlank() ? "" : " dz. " + flat.strip());
        var districtName = district.isBlank()
                        || DISTRICT.matcher(district).find()
                        || district.strip().equals("-")
                ? district
                : district.strip() + " raj.";
        return read(List.of(line.strip(), house, village, parish, town, districtName));
    }
}
