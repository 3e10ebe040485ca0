package lv.vmis.register.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says, before it is set: the fixed texts, what fills them, and about whom. */
public sealed interface PrintedText permits DecisionDocument, FormDocument {

    FixedTexts texts();

    /** The parts it has, in their order. */
    List<Clause> clauses();

    DecisionDocument.Issuer issuer();

    DecisionDocument.Person person();

    /** Absent, like the date, while it is a draft or where there is none. */
    @Nullable
    String number();

    @Nullable
    LocalDate date();

    @Nullable
    String banner();

    /** The name of the document. */
    String title();
}
