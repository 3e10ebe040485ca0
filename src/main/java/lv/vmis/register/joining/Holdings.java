package lv.vmis.register.joining;

/**
 * What records of a person hold, counted.
 *
 * @param notes warnings, vulnerabilities, distinguishing marks, relatives and remarks
 * @param latvia bans for Latvia in force
 * @param schengen bans for Schengen in force
 * @param pending bans that wait for the departure
 * @param open signed decisions that are not carried out
 * @param drafts decisions being prepared
 * @param unserved signed decisions nobody has told him of
 * @param undecided cases without a decision
 */
public record Holdings(
        long records,
        long identities,
        long documents,
        long addresses,
        long notes,
        long files,
        long cases,
        long decisions,
        long latvia,
        long schengen,
        long pending,
        long expired,
        long open,
        long drafts,
        long unserved,
        long undecided) {

    /** What a border check answers about whoever shows a document of theirs: the key of its text. */
    public String answer() {
        return latvia + schengen > 0 ? "BAN" : pending + open > 0 ? "NEEDS_LOOK" : "NO_BAN";
    }

    Holdings and(Holdings other) {
        return new Holdings(
                records + other.records,
                identities + other.identities,
                documents + other.documents,
                addresses + other.addresses,
                notes + other.notes,
                files + other.files,
                cases + other.cases,
                decisions + other.decisions,
                latvia + other.latvia,
                schengen + other.schengen,
                pending + other.pending,
                expired + other.expired,
                open + other.open,
                drafts + other.drafts,
                unserved + other.unserved,
                undecided + other.undecided);
    }
}
