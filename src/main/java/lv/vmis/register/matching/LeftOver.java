package lv.vmis.register.matching;

/** Weighs the words that found no equal: a word on both sides contradicts, a word on one side only is missing. */
final class LeftOver {

    private final Question question;
    private final Segment segment;
    private final int row;
    private final int[] pairOfAsked;
    private final int[] pairOfKnown;

    LeftOver(Question question, Segment segment, int row, int[] pairOfAsked, int[] pairOfKnown) {
        this.question = question;
        this.segment = segment;
        this.row = row;
        this.pairOfAsked = pairOfAsked;
        this.pairOfKnown = pairOfKnown;
    }

    void addTo(double[] amounts) {
        int first = segment.wordFrom(row);
        int known = Math.min(NameReader.WORDS, segment.wordTo(row) - first);
        int askedSurnames = 0;
        int askedGiven = 0;
        int askedUnknown = 0;
        int openSurnames = 0;
        int openGiven = 0;
        int openUnknown = 0;
        for (int i = 0; i < question.words.size(); i++) {
            int open = pairOfAsked[i] < 0 ? 1 : 0;
            switch (question.roles.get(i)) {
                case SURNAME -> {
                    askedSurnames++;
                    openSurnames += open;
                }
                case GIVEN -> {
                    askedGiven++;
                    openGiven += open;
                }
                case UNKNOWN -> {
                    askedUnknown++;
                    openUnknown += open;
                }
                case PARTICLE -> {}
            }
        }
        int knownSurnames = 0;
        int knownGiven = 0;
        int knownUnknown = 0;
        int missingSurnames = 0;
        int missingGiven = 0;
        int missingUnknown = 0;
        for (int j = 0; j < known; j++) {
            int open = pairOfKnown[j] < 0 ? 1 : 0;
            switch (Segment.role(segment.wordAt(first + j))) {
                case SURNAME -> {
                    knownSurnames++;
                    missingSurnames += open;
                }
                case GIVEN -> {
                    knownGiven++;
                    missingGiven += open;
                }
                case UNKNOWN -> {
                    knownUnknown++;
                    missingUnknown += open;
                }
                case PARTICLE -> {}
            }
        }
        int surnames = Math.min(openSurnames, missingSurnames);
        int given = Math.min(openGiven, missingGiven);
        int openLeft = openSurnames + openGiven + openUnknown - surnames - given;
        int missingLeft = missingSurnames + missingGiven + missingUnknown - surnames - given;
        int others = Math.min(openLeft, missingLeft);
        if (surnames > 0 && openSurnames == askedSurnames && missingSurnames == knownSurnames) {
            add(amounts, Feature.SURNAME_CONTRADICTED, 1);
            if (question.sex == 'F' || (question.sex != 'M' && segment.sex(row) == 'F')) {
                add(amounts, Feature.SURNAME_CONTRADICTED_WOMAN, 1);
            }
            surnames--;
        }
        if (given > 0 && openGiven == askedGiven && missingGiven == knownGiven) {
            add(amounts, Feature.GIVEN_CONTRADICTED, 1);
            given--;
        }
        add(amounts, Feature.WORD_CONTRADICTED, surnames + given + others);
        boolean told = askedUnknown == 0 && knownUnknown == 0;
        if (told && (askedSurnames == 0) != (knownSurnames == 0)) {
            add(amounts, Feature.SURNAME_MISSING, 1);
        }
        if (told && (askedGiven == 0) != (knownGiven == 0)) {
            add(amounts, Feature.GIVEN_MISSING, 1);
        }
        add(amounts, Feature.WORD_ADDED, openLeft - others);
        add(amounts, Feature.WORD_MISSING, missingLeft - others);
        if (openLeft == 0
                && missingLeft == 0
                && surnames + given == 0
                && question.words.size() > 1
                && known > 1
                && amounts[Feature.SURNAME_CONTRADICTED.ordinal()] == 0
                && amounts[Feature.GIVEN_CONTRADICTED.ordinal()] == 0) {
            add(amounts, Feature.COMPLETE, 1);
        }
    }

    private static void add(double[] amounts, Feature feature, double amount) {
        amounts[feature.ordinal()] += amount;
    }
}
