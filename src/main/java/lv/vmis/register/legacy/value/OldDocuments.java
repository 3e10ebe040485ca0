package lv.vmis.register.legacy.value;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lv.vmis.register.legacy.value.OldDate.Meaning;
import org.jspecify.annotations.Nullable;

/** Takes merged documents apart. */
final class OldDocuments {

    private static final int LIMIT = 4_000;

    /** Longer words first, so that a part of one is not taken for the whole. */
    private static final Map<String, String> TYPES = types();

    private static final Pattern BETWEEN = Pattern.compile("\\s*[;\\n\\r|]+\\s*|\\s+\\+\\s+|\\s*(?:^|[ ,])\\d\\)\\s+");
    private static final String DAY =
            "(\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{2}\\.\\d{4}|\\d{4}(?![\\d-]))";
    private static final Pattern ISSUED =
            Pattern.compile("(?iu)[, ]*(?:izd(?:ota|ots)?\\.?|izdošanas dat\\.?)\\s*" + DAY + "\\.?(?:\\s?g\\.)?");
    private static final Pattern EXPIRES =
            Pattern.compile("(?iu)[, ]*(?:der(?:īga|īgs|iga|igs)?\\.?(?:\\s+(?:līdz|lidz))?|līdz|lidz)\\s*" + DAY
                    + "\\.?(?:\\s?g\\.)?");
    private static final Pattern NUMBER = Pattern.compile(
            "(?iu)(?:(?:nr\\.?\\s*|(?:n|no)(?:\\.\\s*|\\s+)|№\\s*))?((?:\\p{L}{1,4}[ -]?)?(?:\\d{2} ?\\d{2} ?№? ?)?\\d{4,12}|\\p{L}{0,3}\\d{2,3}\\p{L}{1,3}\\d{3,9}|\\p{L}\\d{3,4}\\p{L}\\d{3,6})(?![\\p{L}\\d])");

    private static final Pattern BEFORE = Pattern.compile("^[ :.,]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile("^[ ,.:]+|[ ,:]+$");

    private OldDocuments() {}

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        types.put("diplomatiska pase", "PD");
        types.put("dipl. pase", "PD");
        types.put("dienesta pase", "PS");
        types.put("begla celosanas dokuments", "PR");
        types.put("begla apl.", "PR");
        types.put("bezvalstnieka celosanas dokuments", "PT");
        types.put("bezvalstnieka apl.", "PT");
        types.put("arzemnieka pase", "PA");
        types.put("jurnieka gramatina", "S");
        types.put("jurnieka gram.", "S");
        types.put("personas aplieciba", "ID");
        types.put("id karte", "ID");
        types.put("pers. apl.", "ID");
        types.put("uzturesanas atlauja", "RP");
        types.put("uzt. atl.", "RP");
        types.put("atgriesanas apliecibu", "RC");
        types.put("atgriesanas apliecība", "RC");
        types.put("atgriesanas apl.", "RC");
        types.put("izcelosanas dokuments", "ED");
        types.put("vaditaja apliecība", "DL");
        types.put("vad. apl.", "DL");
        types.put("ap pase", "P");
        types.put("arzemju pase", "P");
        types.put("psrs pase", "P");
        types.put("viza", "VS");
        types.put("pase", "P");
        types.put("passport", "P");
        types.put("p.", "P");
        types.put("id", "ID");
        types.put("ua", "RP");
        types.put("cits", "OTHER");
        var folded = new LinkedHashMap<String, String>();
        types.forEach((word, code) -> folded.put(folded(word), code));
        return folded;
    }

    static @Nullable String type(String word) {
        return TYPES.get(folded(word.strip()));
    }

    static List<OldDocument> read(String cell, LocalDate reference) {
        if (cell.isBlank() || cell.strip().equals("-")) {
            return List.of();
        }
        if (cell.length() > LIMIT) {
            var remark = Remark.of(RemarkCode.NO_DOCUMENT_NUMBER, cell.substring(0, 100));
            return List.of(
                    new OldDocument(null, "", new OldDate.Blank(), new OldDate.Blank(), "", cell, List.of(remark)));
        }
        return Arrays.stream(BETWEEN.split(cell, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> one(part, reference))
                .toList();
    }

    private static OldDocument one(String part, LocalDate reference) {
        var remarks = new ArrayList<Remark>();
        var repaired = Misread.repair(part);
        if (repaired.remark() != null) {
            remarks.add(repaired.remark());
        }
        var rest = repaired.text();
        OldDate issued = new OldDate.Blank();
        OldDate expires = new OldDate.Blank();
        // The end is looked for first: "der. līdz 12.03.2009" would otherwise be read from "izd." on.
        var end = EXPIRES.matcher(rest);
        if (end.find()) {
            expires = OldDate.read(end.group(1), Meaning.UNTIL, reference);
            rest = rest.substring(0, end.start()) + " " + rest.substring(end.end());
        }
        var start = ISSUED.matcher(rest);
        if (start.find()) {
            issued = OldDate.read(start.group(1), Meaning.EVENT, reference);
            rest = rest.substring(0, start.start()) + " ‖" + rest.substring(start.end());
        }
        var folded = folded(rest);
        var word = TYPES.keySet().stream()
                .filter(type -> folded.startsWith(type) && isEnd(folded, type.length()))
                .findFirst()
                .orElse("");
        var type = TYPES.get(word);
        rest = BEFORE.matcher(rest.substring(Math.min(word.length(), rest.length())))
                .replaceFirst("");
        var number = NUMBER.matcher(rest);
        var found = "";
        if (number.find()) {
            found = number.group(1).strip();
            rest = rest.substring(0, number.start()) + " " + rest.substring(number.end());
        } else {
            remarks.add(Remark.of(RemarkCode.NO_DOCUMENT_NUMBER, part));
        }
        if (type == null) {
            remarks.add(Remark.of(RemarkCode.UNKNOWN_DOCUMENT_TYPE, part));
        }
        var issuer = AROUND.matcher(BLANKS.matcher(rest.replace("‖", " ")).replaceAll(" "))
                .replaceAll("");
        return new OldDocument(type, found, issued, expires, issuer, part, List.copyOf(remarks));
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || !Character.isLetter(text.charAt(at)) || text.charAt(at - 1) == '.';
    }

    /** Letter for letter, so that places stay the same. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (var letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            folded.append(
                    letter < 0x80
                            ? letter
                            : Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                                    .charAt(0));
        }
        return folded.toString();
    }
}
