package lv.vmis.register.matching;

import java.util.Arrays;

/** Tells of a row, by a glance at its words and traits, what its score cannot exceed. Used by one thread. */
final class Glance {

    private static final int PARTICLE = Role.PARTICLE.ordinal();

    private final Question question;
    private final Segment segment;
    private final LevelMap levelMap;
    private final StateRelations states;
    private final Weights weights;
    private final int asked;
    /** The words that are not particles: how many, and their bits in {@link LevelMap}. */
    private final int names;

    private final int nameBits;
    private final double[] dateWorth = new double[Born.Relation.values().length];
    private final double[] stateWorth = new double[States.Relation.values().length];
    private final double[] sexWorths;
    /** The first letter of each word of the question, as in a {@link Sign}. */
    private final int[] letters;

    private final double most;
    private final double mostOfTraits;
    private final double leastContradiction;
    private final double leastContradictionOfWoman;
    private final double addedWorth;
    private final double missingWorth;
    private final double joinedWorth;
    private final double shortWorth;
    private final double alikeWorth;

    Glance(Question question, Segment segment, LevelMap levelMap, StateRelations states, Weights weights) {
        this.question = question;
        this.segment = segment;
        this.levelMap = levelMap;
        this.states = states;
        this.weights = weights;
        asked = question.words.size();
        int bits = 0;
        for (int i = 0; i < asked; i++) {
            bits |= question.roleNumbers[i] == PARTICLE ? 0 : 1 << i;
        }
        names = Integer.bitCount(bits);
        nameBits = LevelMap.bitsOf(bits);
        for (var relation : Born.Relation.values()) {
            dateWorth[relation.ordinal()] = worth(relation);
        }
        for (var relation : States.Relation.values()) {
            stateWorth[relation.ordinal()] = worth(relation);
        }
        double given = Math.max(
                weights.of(Feature.WORD_CONTRADICTED),
                weights.of(Feature.GIVEN_CONTRADICTED) + Math.max(0, weights.of(Feature.TWIN)));
        double surname = weights.of(Feature.SURNAME_CONTRADICTED);
        leastContradiction = Math.min(0, Math.max(given, surname));
        leastContradictionOfWoman =
                Math.min(0, Math.max(given, surname + weights.of(Feature.SURNAME_CONTRADICTED_WOMAN)));
        addedWorth = Math.min(0, weights.of(Feature.WORD_ADDED));
        missingWorth = Math.min(0, weights.of(Feature.WORD_MISSING));
        joinedWorth = joinedWorth(Question.MOST);
        shortWorth = mostOfOthers();
        alikeWorth = alikeWorth(Question.MOST);
        levelMap.value(question.worth, question.worthAtHome);
        most = weights.of(Feature.PRIOR)
                + question.size * weights.of(Feature.SIZE)
                + Math.max(0, weights.of(Feature.COMPLETE))
                + (question.birthPlace.isEmpty() ? 0 : Math.max(0, weights.of(Feature.BIRTH_PLACE_AGREES)))
                + Math.max(0, weights.of(Feature.SURNAME_MISSING))
                + Math.max(0, weights.of(Feature.GIVEN_MISSING));
        sexWorths = new double[] {sexWorth('U'), sexWorth('M'), sexWorth('F'), 0};
        letters = question.words.stream()
                .mapToInt(word -> Sign.letter(Segment.initial(word.latin())))
                .toArray();
        mostOfTraits = Arrays.stream(stateWorth).max().orElse(0) + Math.max(0, Math.max(sexWorth('M'), sexWorth('F')));
    }

    /** What two words that agree in part only are worth at best. */
    private double alikeWorth(double rarityOfKnown) {
        return Math.max(
                shortWorth, weights.of(Feature.FAR) + rarityOfKnown * Math.max(0, weights.of(Feature.FAR_RARITY)));
    }

    /** The same, unless they are two sounds apart. */
    private double mostOfOthers() {
        int longest = Arrays.stream(question.lengths).max().orElse(0);
        double beginning = Math.max(
                Comparison.SHORTEST_BEGINNING * weights.of(Feature.PREFIX_LENGTH),
                longest * weights.of(Feature.PREFIX_LENGTH));
        double like = weights.of(Feature.LIKE) + Math.max(0, weights.of(Feature.LIKE_DEGREE));
        return Math.max(
                Math.max(0, weights.of(Feature.INITIAL)), Math.max(weights.of(Feature.PREFIX) + beginning, like));
    }

    private double worth(States.Relation relation) {
        return switch (relation) {
            case MISSING -> 0;
            case SAME -> weights.of(Feature.STATE_AGREES) + question.stateRarity * weights.of(Feature.STATE_RARITY);
            case KIN -> weights.of(Feature.STATE_KIN);
            case DIFFERENT -> weights.of(Feature.STATE_DIFFERS);
        };
    }

    private double sexWorth(char sex) {
        if (sex == 'U' || (question.sex != 'M' && question.sex != 'F')) {
            return 0;
        }
        return weights.of(sex == question.sex ? Feature.SEX_AGREES : Feature.SEX_DIFFERS);
    }

    private double worth(Born.Relation relation) {
        return switch (relation) {
            case MISSING -> weights.of(Feature.DATE_MISSING);
            case EXACT ->
                weights.of(Feature.DATE_EXACT) + rarest(question.dateRarity) * weights.of(Feature.DATE_RARITY);
            case PART ->
                weights.of(Feature.DATE_PART) + rarest(question.yearRarity) * weights.of(Feature.DATE_PART_RARITY);
            case SWAPPED -> weights.of(Feature.DATE_SWAPPED);
            case DIGIT -> weights.of(Feature.DATE_DIGIT);
            case YEAR_NEAR -> weights.of(Feature.DATE_YEAR_NEAR);
            case OTHER_YEAR -> weights.of(Feature.DATE_OTHER_YEAR);
            case SAME_YEAR -> weights.of(Feature.DATE_SAME_YEAR);
            case DIFFERENT -> weights.of(Feature.DATE_DIFFERENT);
        };
    }

    private static double rarest(double[] rarities) {
        double most = 0;
        for (double rarity : rarities) {
            most = Math.max(most, rarity);
        }
        return most;
    }

    /** What a row reaches at best, its words and its date left out. */
    double mostOfTraits() {
        return most + mostOfTraits;
    }

    /** The same of a row of this State and sex. */
    double traitsWorth(States.Relation relation, int sex) {
        return most + stateWorth[relation.ordinal()] + sexWorths[sex];
    }

    boolean isName(int i) {
        return question.roleNumbers[i] != PARTICLE;
    }

    /** The first letter of a word of the question, as in a {@link Sign}. */
    int letter(int i) {
        return letters[i];
    }

    /** What a word of the question is worth at best that is in part like a word of the row. */
    double alikeWorth() {
        return alikeWorth;
    }

    /** What a name of the question is worth at best that is not like any of the row. */
    double openWorth() {
        return Math.max(addedWorth, leastContradictionOfWoman);
    }

    /**
     * What a row reaches at best, its date left out.
     *
     * @param levels at which it has words of the question
     * @param least what each of those counts for at least
     */
    double atMost(int levels, int sign, double least) {
        var relation = states.ofList(Sign.stateList(sign));
        int sex = Sign.sex(sign);
        double[][] worth = relation == States.Relation.SAME ? question.worthAtHome : question.worth;
        double bound = traitsWorth(relation, sex);
        int openLetters = 0;
        for (int i = 0; i < asked; i++) {
            int level = LevelMap.level(levels, i);
            bound += level < 0 ? 0 : Math.max(least, worth[i][level]);
            openLetters |= level < 0 ? letters[i] : 0;
        }
        int found = LevelMap.words(levels & nameBits);
        int openAsked = names - found;
        // Particles of the question that were found are no names of the row, unless it has no other words.
        int mostKnown = Math.max(0, Sign.names(sign) - found);
        int alike = Sign.names(sign) == Sign.MOST_NAMES ? openAsked : Math.min(openAsked, mostKnown);
        if (alike > 0 && (openLetters & Sign.letters(sign)) != 0) {
            return bound + alike * alikeWorth;
        }
        int leastKnown = Math.max(0, Sign.names(sign) - LevelMap.words(levels));
        double atBest = open(bound, openAsked, mostKnown, isWoman(sex == 2));
        return leastKnown == mostKnown
                ? atBest
                : Math.max(atBest, open(bound, openAsked, leastKnown, isWoman(sex == 2)));
    }

    private boolean isWoman(boolean known) {
        return question.sex == 'F' || (question.sex != 'M' && known);
    }

    /** Takes off what words cost that found nothing like them. */
    private double open(double bound, int openAsked, int openKnown, boolean isWoman) {
        int pairs = Math.min(openAsked, openKnown);
        return bound
                + pairs * (isWoman ? leastContradictionOfWoman : leastContradiction)
                + (openAsked - pairs) * addedWorth
                + (openKnown - pairs) * missingWorth;
    }

    /** What words that share no key are worth at best, two joined to one left out. */
    double mostOfAlike() {
        return names * alikeWorth;
    }

    /** What a date of birth is worth, or any other of the same year. */
    double mostOfDate(int date) {
        var relation = question.nearDates.of(date);
        return switch (relation) {
            case SAME_YEAR -> Math.max(worthOf(Born.Relation.SAME_YEAR), sameMonth());
            case PART -> Math.max(worthOf(Born.Relation.PART), worthOf(Born.Relation.SAME_YEAR));
            case MISSING, EXACT, SWAPPED, DIGIT, YEAR_NEAR, OTHER_YEAR, DIFFERENT -> worthOf(relation);
        };
    }

    /** Within the year of a date that is known in part, dates may agree with it. */
    private double sameMonth() {
        for (int date : question.nearDates.asked()) {
            if (!Born.isFull(date)) {
                return worthOf(Born.Relation.PART);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private double worthOf(Born.Relation relation) {
        return dateWorth[relation.ordinal()];
    }

    /** What a closer look at words that found no equal can add at best. */
    double closerWorth(int openAsked, int openKnown) {
        double joined = openAsked + openKnown > 2 ? joinedWorth : 0;
        return Math.max(joined, Math.min(openAsked, openKnown) * alikeWorth);
    }

    /** No row has more than this; found by a glance at its words and date. */
    double bound(int row, int to, double threshold) {
        var relation = states.of(row);
        boolean home = relation == States.Relation.SAME;
        char sex = segment.sex(row);
        double bound = most + stateWorth[relation.ordinal()] + sexWorth(sex);
        int all = 0;
        int found = 0;
        int openKnown = 0;
        for (int at = segment.wordFrom(row); at < to; at++) {
            int packed = segment.wordAt(at);
            int place = levelMap.place(Segment.word(packed));
            if (place < 0) {
                openKnown += Segment.roleNumber(packed) == PARTICLE ? 0 : 1;
                continue;
            }
            all |= levelMap.at(place);
            found++;
            bound += levelMap.best(place, home);
        }
        bound += dateWorth[question.nearDates.of(segment.date(row)).ordinal()];
        int openAsked = names - LevelMap.words(all & nameBits);
        double contradicted = open(bound, openAsked, openKnown, isWoman(sex == 'F'));
        if (contradicted >= threshold) {
            return contradicted;
        }
        // Of two words that agree with one, a word is left that may be in part like another.
        int agreeing = LevelMap.words(all);
        if (found != agreeing) {
            int pairs = Math.min(openAsked + Math.max(0, agreeing - found), openKnown + Math.max(0, found - agreeing));
            return open(
                    bound + pairs * Math.max(0, alikeWorth),
                    Math.max(0, openAsked - pairs),
                    Math.max(0, openKnown - pairs),
                    true);
        }
        return Math.min(openAsked, openKnown) == 0
                ? contradicted
                : Math.max(contradicted, closer(row, to, all, bound, openAsked, openKnown));
    }

    /** What a row reaches at best if words that found no equal are like others in part, or two are one. */
    private double closer(int row, int to, int all, double bound, int openAsked, int openKnown) {
        int likeAsked = 0;
        double like = 0;
        double joined = Double.NEGATIVE_INFINITY;
        for (int at = segment.wordFrom(row); at < to; at++) {
            int packed = segment.wordAt(at);
            int word = Segment.word(packed);
            for (int i = 0; i < asked; i++) {
                if (question.initials[i] != 1 << Segment.initial(packed)
                        || LevelMap.level(all, i) >= 0
                        || levelMap.place(word) >= 0) {
                    continue;
                }
                if (isName(i) && Segment.roleNumber(packed) != PARTICLE) {
                    likeAsked |= 1 << i;
                    like = Math.max(like, alikeWorth(rarity(word)));
                }
                if (openAsked + openKnown > 2) {
                    joined = Math.max(joined, joined(i, word, at + 1 < to ? Segment.word(segment.wordAt(at + 1)) : -1));
                }
            }
        }
        int pairs = Math.min(Math.min(openAsked, openKnown), Integer.bitCount(likeAsked));
        double alike = pairs == 0
                ? Double.NEGATIVE_INFINITY
                : open(bound + pairs * like, openAsked - pairs, openKnown - pairs, true);
        return Math.max(alike, bound + joined + Math.max(0, pairs - 1) * like);
    }

    // Two words on one side have together the length of one on the other, or nearly.
    private double joined(int i, int word, int next) {
        int length = segment.lexicon.length(word);
        double worth = Double.NEGATIVE_INFINITY;
        if (i + 1 < asked && isNear(length, question.lengths[i] + question.lengths[i + 1])) {
            worth = joinedWorth(rarity(word));
        }
        if (next >= 0 && isNear(question.lengths[i], length + segment.lexicon.length(next))) {
            worth = Math.max(worth, joinedWorth(Math.max(rarity(word), rarity(next))));
        }
        return worth;
    }

    private double joinedWorth(double rarity) {
        return Math.max(0, weights.of(Feature.JOINED) + rarity * Math.max(0, weights.of(Feature.JOINED_RARITY)));
    }

    /** How rare a word of a row is at most, in bits. */
    private double rarity(int word) {
        int bearers = Math.max(1, segment.bearers(word));
        return Math.clamp(question.size - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bearers)), 0, Question.MOST);
    }

    private static boolean isNear(int one, int other) {
        return Math.abs(one - other) <= Comparison.SPELT_LONGER;
    }
}
