package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/**
 * Compares one question with rows of one segment. Every difference and agreement is an amount of a {@link Feature}; the
 * score is their weighted sum. Used by one thread.
 */
final class Comparison {

    private static final int SURNAME = Role.SURNAME.ordinal();
    private static final int GIVEN = Role.GIVEN.ordinal();
    private static final int SHORTEST_FAR = 6;
    private static final int SHORTEST_SURE_BY_SOUND = 9;
    /** A given name that more than one in so many bits bears at home does not tell brothers apart. */
    private static final double COMMON_AT_HOME = 4;

    static final int SHORTEST_BEGINNING = 3;
    static final int SPELT_LONGER = 3;

    /** Words of which less is the same have nothing to do with each other. */
    private static final double LEAST_LIKE = 0.5;

    final double[] amounts = new double[Feature.COUNT];
    /** For each word of the question the place of the word of the row it was paired with, or −1. */
    final int[] pairOfAsked = new int[NameReader.WORDS];

    final int[] pairOfKnown = new int[NameReader.WORDS];
    private final Feature[] how = new Feature[NameReader.WORDS];
    private final double[] bits = new double[NameReader.WORDS];
    private final int[] levels = new int[NameReader.WORDS];
    private final Question question;
    private final Segment segment;
    private final Weights weights;
    private final int[] documentRows;
    private final Expansion expansion;
    private final LevelMap levelMap;
    private final StateRelations states;
    private final PlaceRelations places;
    private final Glance glance;
    private final int asked;
    private int known;
    private boolean atHome;
    private int first;
    private int nearestDate;

    Comparison(Question question, Segment segment, Expansion expansion, StateRelations states, Weights weights) {
        this.question = question;
        this.segment = segment;
        this.states = states;
        this.weights = weights;
        places = new PlaceRelations(question.birthPlace, segment);
        documentRows = rowsOfDocuments();
        asked = question.words.size();
        this.expansion = expansion;
        levelMap = expansion.levels;
        glance = new Glance(question, segment, levelMap, states, weights);
    }

    Glance glance() {
        return glance;
    }

    private Born.Relation relation(int row) {
        var relation = question.nearDates.of(segment.date(row));
        nearestDate = 0;
        for (int d = 1; d < question.dates.length; d++) {
            if (Born.compare(question.dates[d], segment.date(row)) == relation) {
                nearestDate = d;
            }
        }
        return relation;
    }

    /**
     * The score of a row in bits: above 0 it is more likely that he is meant than not.
     *
     * @param threshold scores below it need not be exact
     */
    double score(int row, double threshold) {
        boolean sameDocument = isDocumentOf(row);
        Arrays.fill(amounts, 0);
        amounts[Feature.PRIOR.ordinal()] = 1;
        amounts[Feature.SIZE.ordinal()] = question.size;
        atHome = states.of(row) == States.Relation.SAME;
        pair(row);
        traits(row, sameDocument);
        int openAsked = open(pairOfAsked, asked);
        int openKnown = open(pairOfKnown, known);
        if (openAsked > 0 && openKnown > 0) {
            double soFar = weights.sum(amounts);
            if (soFar + glance.closerWorth(openAsked, openKnown) < threshold) {
                return soFar;
            }
            lookCloser();
        }
        // Many are born on one day in one State: whoever shares no name is not meant, unless the document is his.
        if (asked > 0 && !sameDocument && !isAnyNameShared()) {
            return Double.NEGATIVE_INFINITY;
        }
        new LeftOver(question, segment, row, pairOfAsked, pairOfKnown).addTo(amounts);
        twin(sameDocument);
        return weights.sum(amounts);
    }

    private boolean isAnyNameShared() {
        for (int i = 0; i < asked; i++) {
            if (pairOfAsked[i] >= 0 && question.roles.get(i) != Role.PARTICLE) {
                return true;
            }
        }
        return false;
    }

    private int[] rowsOfDocuments() {
        var rows = new Ints();
        for (long sum : question.documents) {
            for (int at = segment.documents.from(sum); segment.documents.is(at, sum); at++) {
                rows.add(segment.documents.row(at));
            }
        }
        return rows.packed();
    }

    /** The rows that have one of the documents asked about. */
    int[] documentRows() {
        return documentRows;
    }

    boolean isDocumentOf(int row) {
        for (int one : documentRows) {
            if (one == row) {
                return true;
            }
        }
        return false;
    }

    private static int open(int[] pairs, int count) {
        int open = 0;
        for (int i = 0; i < count; i++) {
            open += pairs[i] < 0 ? 1 : 0;
        }
        return open;
    }

    private void add(Feature feature, double amount) {
        amounts[feature.ordinal()] += amount;
    }

    // Few words on both sides: taking the best pair again and again finds the best pairing nearly always.
    private void pair(int row) {
        first = segment.wordFrom(row);
        known = Math.min(NameReader.WORDS, segment.wordTo(row) - first);
        Arrays.fill(pairOfAsked, 0, asked, -1);
        Arrays.fill(pairOfKnown, 0, known, -1);
        for (int j = 0; j < known; j++) {
            levels[j] = levelMap.get(word(j));
        }
        while (true) {
            double best = 0;
            int bestAsked = -1;
            int bestKnown = -1;
            for (int j = 0; j < known; j++) {
                if (levels[j] == 0 || pairOfKnown[j] >= 0) {
                    continue;
                }
                for (int i = 0; i < asked; i++) {
                    int level = LevelMap.level(levels[j], i);
                    if (level >= 0 && pairOfAsked[i] < 0) {
                        double worth = worth(i, level) + (isSwapped(i, j) ? weights.of(Feature.SWAPPED) : 0);
                        if (bestAsked < 0 || worth > best) {
                            best = worth;
                            bestAsked = i;
                            bestKnown = j;
                        }
                    }
                }
            }
            if (bestAsked < 0) {
                return;
            }
            pairOfAsked[bestAsked] = bestKnown;
            pairOfKnown[bestKnown] = bestAsked;
            count(bestAsked, bestKnown);
        }
    }

    private double worth(int i, int level) {
        return (atHome ? question.worthAtHome : question.worth)[i][level];
    }

    private void count(int i, int j) {
        int level = LevelMap.level(levels[j], i);
        double rarity = atHome ? question.rarityAtHome(i, level) : question.rarity[i][level];
        var agreement = Level.of(level);
        how[i] = agreement.feature;
        bits[i] = worth(i, level);
        add(agreement.feature, 1);
        add(agreement.ofRarity, rarity);
        if (agreement.ofReal != null && question.real[i]) {
            add(agreement.ofReal, 1);
        }
        if (isSwapped(i, j)) {
            add(Feature.SWAPPED, 1);
        }
    }

    private Role known(int j) {
        return Segment.role(segment.wordAt(first + j));
    }

    private boolean isSwapped(int i, int j) {
        int one = question.roleNumbers[i];
        int other = Segment.roleNumber(segment.wordAt(first + j));
        return (one == SURNAME && other == GIVEN) || (one == GIVEN && other == SURNAME);
    }

    private void lookCloser() {
        for (int i = 0; i < asked; i++) {
            if (pairOfAsked[i] < 0) {
                joined(i);
            }
        }
        for (int i = 0; i < asked; i++) {
            for (int j = 0; j < known && pairOfAsked[i] < 0; j++) {
                if (pairOfKnown[j] < 0) {
                    alike(i, j);
                }
            }
        }
    }

    private String text(int j) {
        return segment.lexicon.text(word(j));
    }

    private double rarityOfKnown(int j) {
        int bearers = segment.bearers(word(j));
        return Math.min(20, Math.max(0, question.size - Math.log(bearers + 0.5) / Math.log(2)));
    }

    // ABU BAKR against ABUBAKR, whichever side has two words.
    private void joined(int i) {
        var one = question.words.get(i).latin();
        for (int j = 0; j + 1 < known; j++) {
            if (pairOfKnown[j] < 0
                    && pairOfKnown[j + 1] < 0
                    && isInitial(i, j)
                    && isOfLength(one.length(), length(j) + length(j + 1))
                    && segment.lexicon.mayBegin(question.words.get(i).folds(), word(j))
                    && isSame(one, text(j) + text(j + 1))) {
                pairOfKnown[j + 1] = i;
                join(i, j, Math.max(rarityOfKnown(j), rarityOfKnown(j + 1)));
                return;
            }
        }
        if (i + 1 < asked && pairOfAsked[i + 1] < 0) {
            int length = question.lengths[i] + question.lengths[i + 1];
            for (int j = 0; j < known; j++) {
                if (pairOfKnown[j] < 0
                        && isInitial(i, j)
                        && isOfLength(length, length(j))
                        && expansion.isJoined(i, word(j))) {
                    pairOfAsked[i + 1] = j;
                    how[i + 1] = Feature.JOINED;
                    bits[i + 1] = 0;
                    join(i, j, rarityOfKnown(j));
                    return;
                }
            }
        }
    }

    private void join(int i, int j, double rarity) {
        pairOfAsked[i] = j;
        pairOfKnown[j] = i;
        how[i] = Feature.JOINED;
        bits[i] = weights.of(Feature.JOINED) + rarity * weights.of(Feature.JOINED_RARITY);
        add(Feature.JOINED, 1);
        add(Feature.JOINED_RARITY, rarity);
    }

    private int length(int j) {
        return segment.lexicon.length(word(j));
    }

    private static boolean isOfLength(int one, int length) {
        return Math.abs(one - length) <= SPELT_LONGER;
    }

    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var keys = Fold.keys(one);
        return Fold.keys(other).stream().anyMatch(keys::contains);
    }

    private boolean isInitial(int i, int j) {
        return question.initials[i] == 1 << Segment.initial(segment.wordAt(first + j));
    }

    private void alike(int i, int j) {
        if (!isInitial(i, j)) {
            return;
        }
        if (question.roles.get(i) == Role.PARTICLE || known(j) == Role.PARTICLE) {
            return;
        }
        var word = question.words.get(i);
        int shorter = Math.min(word.latin().length(), segment.lexicon.length(word(j)));
        boolean begins = segment.lexicon.begins(word(j), word.latin());
        if (shorter == 1 && begins) {
            take(i, j, Feature.INITIAL, Feature.INITIAL, 0);
        } else if (shorter >= SHORTEST_BEGINNING && begins) {
            take(i, j, Feature.PREFIX, Feature.PREFIX_LENGTH, shorter);
        } else if (!word.vowelless()
                && !word.folds().isEmpty()
                && isFar(word.folds().getFirst(), j)) {
            take(i, j, Feature.FAR, Feature.FAR_RARITY, rarityOfKnown(j));
        } else if (!word.vowelless() && !word.folds().isEmpty()) {
            double degree = likeness(word.folds().getFirst(), segment.lexicon.fold(word(j)));
            if (degree >= LEAST_LIKE) {
                take(i, j, Feature.LIKE, Feature.LIKE_DEGREE, degree);
            }
        }
    }

    private static double likeness(String one, String other) {
        return 1 - Edits.between(one, other) / (double) Math.max(one.length(), other.length());
    }

    private boolean isFar(String key, int j) {
        int length = segment.lexicon.foldLength(word(j));
        return Math.min(key.length(), length) >= SHORTEST_FAR
                && Math.abs(key.length() - length) <= 2
                && Edits.atMost(key, segment.lexicon.fold(word(j)), 2);
    }

    private int word(int j) {
        return Segment.word(segment.wordAt(first + j));
    }

    private void take(int i, int j, Feature feature, Feature by, double amount) {
        pairOfAsked[i] = j;
        pairOfKnown[j] = i;
        how[i] = feature;
        bits[i] = weights.of(feature) + amount * weights.of(by);
        add(feature, 1);
        add(by, amount);
        if (isSwapped(i, j)) {
            add(Feature.SWAPPED, 1);
        }
    }

    private void traits(int row, boolean sameDocument) {
        date(row);
        char sex = segment.sex(row);
        if (sex != 'U' && (question.sex == 'M' || question.sex == 'F')) {
            add(sex == question.sex ? Feature.SEX_AGREES : Feature.SEX_DIFFERS, 1);
        }
        switch (states.of(row)) {
            case SAME -> {
                add(Feature.STATE_AGREES, 1);
                add(Feature.STATE_RARITY, question.stateRarity);
            }
            case KIN -> add(Feature.STATE_KIN, 1);
            case DIFFERENT -> add(Feature.STATE_DIFFERS, 1);
            case MISSING -> {}
        }
        switch (places.of(row)) {
            case SAME -> add(Feature.BIRTH_PLACE_AGREES, 1);
            case DIFFERENT -> add(Feature.BIRTH_PLACE_DIFFERS, 1);
            case MISSING -> {}
        }
        if (sameDocument) {
            add(Feature.DOCUMENT_AGREES, 1);
        } else if (question.documents.length > 0 && segment.hasDocument(row)) {
            add(Feature.DOCUMENT_DIFFERS, 1);
        }
    }

    private void date(int row) {
        var relation = relation(row);
        switch (relation) {
            case MISSING -> add(Feature.DATE_MISSING, 1);
            case EXACT -> {
                add(Feature.DATE_EXACT, 1);
                add(Feature.DATE_RARITY, question.dateRarity(nearestDate, atHome));
            }
            case PART -> {
                add(Feature.DATE_PART, 1);
                add(Feature.DATE_PART_RARITY, question.yearRarity[nearestDate]);
            }
            case SWAPPED -> add(Feature.DATE_SWAPPED, 1);
            case DIGIT -> add(Feature.DATE_DIGIT, 1);
            case YEAR_NEAR -> add(Feature.DATE_YEAR_NEAR, 1);
            case OTHER_YEAR -> add(Feature.DATE_OTHER_YEAR, 1);
            case SAME_YEAR -> add(Feature.DATE_SAME_YEAR, 1);
            case DIFFERENT -> add(Feature.DATE_DIFFERENT, 1);
        }
    }

    private void twin(boolean sameDocument) {
        if (!sameDocument
                && amounts[Feature.DATE_EXACT.ordinal()] > 0
                && amounts[Feature.GIVEN_CONTRADICTED.ordinal()] > 0
                && amounts[Feature.SURNAME_CONTRADICTED.ordinal()] == 0) {
            add(Feature.TWIN, 1);
        }
    }

    /** The parts of the score of a row, in hundredths of a bit each. */
    List<Part> parts(int row) {
        score(row, Double.NEGATIVE_INFINITY);
        var parts = new ArrayList<Part>();
        var others = new EnumMap<Reason, Double>(Reason.class);
        for (var feature : Feature.values()) {
            double worth = amounts[feature.ordinal()] * weights.of(feature);
            boolean isOfPair = feature.reason().isAboutWords() && feature != Feature.SWAPPED;
            if (amounts[feature.ordinal()] != 0 && !isOfPair) {
                others.merge(feature.reason(), worth, Double::sum);
            }
        }
        for (int i = 0; i < asked; i++) {
            if (pairOfAsked[i] >= 0 && !(how[i] == Feature.JOINED && bits[i] == 0)) {
                parts.add(new Part(how[i].reason(), askedText(i), knownText(i), hundredths(bits[i])));
            }
        }
        others.forEach((reason, worth) -> parts.add(new Part(reason, "", "", hundredths(worth))));
        return parts;
    }

    /** How sure the row compared last is. */
    HitClass kind(double probability) {
        return new Sureness(amounts, isGivenNameSure()).kind(probability);
    }

    private boolean isGivenNameSure() {
        for (int i = 0; i < asked; i++) {
            boolean surname =
                    question.roleNumbers[i] == SURNAME && pairOfAsked[i] >= 0 && known(pairOfAsked[i]) == Role.SURNAME;
            if (pairOfAsked[i] >= 0 && !surname && !isSure(i)) {
                return false;
            }
        }
        boolean whole = amounts[Feature.WORD_ADDED.ordinal()] == 0 && amounts[Feature.WORD_MISSING.ordinal()] == 0;
        return whole || isFirstGivenNameSame();
    }

    // HASAN HUSEYN and HUSEYN may be brothers, and so may MUHAMMAD and MUHAMMAD NUMAN.
    private boolean isFirstGivenNameSame() {
        int i = 0;
        while (i < asked && question.roleNumbers[i] != GIVEN) {
            i++;
        }
        int j = 0;
        while (j < known && known(j) != Role.GIVEN) {
            j++;
        }
        return i < asked
                && j < known
                && pairOfAsked[i] == j
                && question.rarityAtHome(i, Level.FOLD.ordinal()) >= COMMON_AT_HOME;
    }

    // ALINA and ALENA, KHANH and HANH sound alike and are two names; in a long word that is one name.
    private boolean isSure(int i) {
        return how[i] == Feature.EXACT
                || how[i] == Feature.JOINED
                || (how[i] == Feature.FOLD
                        && Math.min(question.lengths[i], length(pairOfAsked[i])) >= SHORTEST_SURE_BY_SOUND);
    }

    private String askedText(int i) {
        var text = question.words.get(i).latin();
        boolean both = how[i] == Feature.JOINED && i + 1 < asked && pairOfAsked[i + 1] == pairOfAsked[i];
        return both ? text + ' ' + question.words.get(i + 1).latin() : text;
    }

    private String knownText(int i) {
        int j = pairOfAsked[i];
        boolean both = how[i] == Feature.JOINED && j + 1 < known && pairOfKnown[j + 1] == i;
        return both ? text(j) + ' ' + text(j + 1) : text(j);
    }

    private static int hundredths(double bits) {
        return (int) Math.round(bits * 100);
    }
}
