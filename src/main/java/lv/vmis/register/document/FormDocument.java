package lv.vmis.register.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.document.DecisionDocument.Issuer;
import lv.vmis.register.document.DecisionDocument.Person;
import lv.vmis.register.document.DecisionDocument.PersonDocument;
import lv.vmis.register.document.DecisionDocument.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * A document whose whole text is its fixed parts: titles, sentences, rows the register fills in or leaves to be written, and
 * fields to be signed.
 *
 * @param place in the locative, such as „Rīgā”
 * @param signatory nobody, where fields to be signed take his place
 */
public record FormDocument(
        FixedTexts texts,
        Issuer issuer,
        String place,
        @Nullable String number,
        @Nullable LocalDate date,
        boolean isDraft,
        Person person,
        List<PersonDocument> documents,
        List<Clause> clauses,
        @Nullable Signatory signatory,
        @Nullable String preparedBy,
        @Nullable String watermark)
        implements PrintedText {

    private static final Locale LATVIAN = Locale.of("lv");

    public FormDocument {
        documents = List.copyOf(documents);
        clauses = List.copyOf(clauses);
    }

    /** Parts of one type that stand together: a list of points, a table of rows. */
    public record Block(Part.Type type, List<Clause> clauses) {
        public Clause first() {
            return clauses.getFirst();
        }

        public boolean isTable() {
            return switch (type) {
                case SIGN, SIGN_HIGH -> true;
                case TITLE, NEXT_TITLE, HEADING, TEXT, POINT, ROW, BOX -> false;
            };
        }
    }

    /** The parts below the title, a block for those that stand together. */
    public List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Clause>();
        Part.@Nullable Type type = null;
        for (var clause : clauses.subList(1, clauses.size())) {
            var next = type(clause);
            if (type != null && (next != type || !isGathered(type))) {
                blocks.add(new Block(type, List.copyOf(open)));
                open.clear();
            }
            type = next;
            open.add(clause);
        }
        if (type != null) {
            blocks.add(new Block(type, List.copyOf(open)));
        }
        return blocks;
    }

    /** The type of a part; fields to be signed are one kind of table, however high. */
    private Part.Type type(Clause clause) {
        var type = texts.kind().named(clause.part()).type();
        return type == Part.Type.SIGN_HIGH ? Part.Type.SIGN : type;
    }

    public boolean isHigh(Clause clause) {
        return texts.kind().named(clause.part()).type() == Part.Type.SIGN_HIGH;
    }

    /** Whether the signature of the official stands above it: above what the addressee fills in, and above an annex. */
    public boolean isSignedAbove(Block block) {
        return signatory != null && (block.first().part().equals("service") || block.type() == Part.Type.NEXT_TITLE);
    }

    /** Whether it is signed at its end. */
    public boolean isSignedBelow() {
        return signatory != null && blocks().stream().noneMatch(this::isSignedAbove);
    }

    /** Whether it says by which papers the person was identified; a certificate and an extract begin with who he is. */
    public boolean tellsPapers() {
        return !texts.kind().isOnRequest();
    }

    private static boolean isGathered(Part.Type type) {
        return switch (type) {
            case POINT, ROW, BOX, SIGN, SIGN_HIGH -> true;
            case TITLE, NEXT_TITLE, HEADING, TEXT -> false;
        };
    }

    @Override
    public String title() {
        return texts.line(clauses.getFirst());
    }

    public String heading() {
        return title().toUpperCase(LATVIAN);
    }

    @Override
    public @Nullable String banner() {
        return DecisionDocument.banner(isDraft, watermark);
    }
}
