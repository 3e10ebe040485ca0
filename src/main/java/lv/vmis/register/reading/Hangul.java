package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.vmis.register.reading.Words.Word;

/**
 * Korean names syllable by syllable: Revised Romanisation (2000) and the forms that passports really bear.
 *
 * <p>Source: National Institute of Korean Language; statistics of passport spellings, Ministry of Foreign Affairs of Korea.
 */
final class Hangul {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String[] INITIAL = {
        "G K", "KK", "N", "D T", "TT", "R L", "M", "B P", "PP", "S", "SS", "", "J CH", "JJ", "CH", "K", "T", "P", "H"
    };
    private static final String[] VOWEL = {
        "A",
        "AE",
        "YA",
        "YAE",
        "EO U O",
        "E",
        "YEO YU YOU",
        "YE",
        "O",
        "WA",
        "WAE",
        "OE OI",
        "YO",
        "U OO",
        "WO WEO",
        "WE",
        "WI",
        "YU YOO",
        "EU U",
        "UI EE",
        "I"
    };
    private static final String[] FINAL = {
        "", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "L", "L", "L", "P", "L", "M", "P", "P", "T", "T", "NG",
        "T", "T", "K", "T", "P", "T"
    };

    private static final Set<String> DOUBLE_SURNAMES = Set.of("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방");

    private static final Map<String, List<String>> SURNAMES = SyllableTable.of("""
            김 KIM GIM
            이 LEE YI I RHEE
            박 PARK BAK PAK
            최 CHOI CHOE
            정 JUNG JEONG CHUNG CHONG
            강 KANG GANG
            조 CHO JO
            윤 YOON YUN
            장 JANG CHANG
            임 LIM IM YIM
            한 HAN
            오 OH O
            서 SEO SUH
            신 SHIN SIN
            권 KWON GWON
            황 HWANG
            안 AHN AN
            송 SONG
            류 RYU YOO YU
            유 YOO YU RYU
            홍 HONG
            전 JEON CHUN JUN
            고 KO GO KOH
            문 MOON MUN
            손 SON SOHN
            양 YANG
            배 BAE PAE
            백 BAEK PAIK BACK
            허 HEO HUR HUH
            노 NOH NO ROH
            로 RO ROH
            남 NAM
            심 SHIM SIM
            하 HA
            곽 KWAK GWAK
            성 SUNG SEONG
            차 CHA
            주 JOO JU CHU
            우 WOO U
            구 KOO GU KU
            라 RA NA
            나 NA RA
            민 MIN
            진 JIN CHIN
            지 JI CHI
            엄 EOM UM
            채 CHAE
            원 WON
            천 CHEON CHUN
            방 BANG PANG
            공 KONG GONG
            현 HYUN HYEON
            함 HAM
            변 BYUN BYEON
            염 YEOM YUM
            여 YEO
            추 CHOO CHU
            도 DO
            소 SO
            석 SEOK SUK
            선 SUN SEON
            설 SEOL SUL
            마 MA
            길 GIL KIL
            연 YEON YOUN
            위 WI
            표 PYO
            명 MYUNG MYEONG
            기 KI GI
            반 BAN
            왕 WANG
            금 KEUM GEUM
            옥 OK
            육 YOOK YUK
            인 IN
            맹 MAENG
            제 JE
            모 MO
            탁 TAK
            국 KOOK GUK
            어 EO UH
            은 EUN
            편 PYUN PYEON
            용 YONG
            리 RI LEE
            림 RIM LIM
            """);

    // Where the usual spelling is not the official one.
    private static final Map<String, List<String>> GIVEN = SyllableTable.of("""
            우 WOO U
            희 HEE HUI
            영 YOUNG YEONG YUNG
            현 HYUN HYEON
            준 JUN JOON
            선 SUN SEON
            경 KYUNG GYEONG KYEONG
            연 YEON YUN YOUN
            성 SUNG SEONG
            승 SEUNG SUNG
            정 JUNG JEONG
            훈 HOON HUN
            주 JU JOO
            석 SEOK SUK
            철 CHUL CHEOL
            혁 HYUK HYEOK
            구 KOO GU KU
            국 KOOK GUK KUK
            근 KEUN GEUN
            기 KI GI
            규 KYU GYU
            건 GUN GEON KEON
            광 KWANG GWANG
            병 BYUNG BYEONG
            범 BEOM BUM
            명 MYUNG MYEONG
            형 HYUNG HYEONG
            욱 WOOK UK
            순 SOON SUN
            숙 SOOK SUK
            혜 HYE HAE
            윤 YUN YOON
            덕 DEOK DUK
            두 DOO DU
            동 DONG TONG
            서 SEO SUH
            지 JI JEE
            아 A AH
            이 I LEE YI
            """);

    private Hangul() {}

    /** Surname and given name if the whole name is one word of two to four syllables, otherwise one word. */
    static List<ReadWord> read(Word word, boolean isWholeName) {
        var text = word.plain();
        int length = text.length();
        if (length == 1 || DOUBLE_SURNAMES.contains(text)) {
            return List.of(word.read(surname(text)));
        }
        int cut = length > 2 && DOUBLE_SURNAMES.contains(text.substring(0, 2)) ? 2 : 1;
        var surname = text.substring(0, cut);
        boolean isSurname = cut == 2 || SURNAMES.containsKey(surname);
        if (!isWholeName || length > 4 || !isSurname || !text.chars().allMatch(Hangul::isSyllable)) {
            return List.of(word.read(given(text)));
        }
        var given = text.substring(cut);
        // Two syllables may be a given name alone.
        return List.of(
                new ReadWord(surname, surname(surname), false, length == 2),
                new ReadWord(given, given(given), false, word.joined()));
    }

    private static List<String> surname(String text) {
        var known = SURNAMES.get(text);
        return known == null ? given(text) : known;
    }

    private static List<String> given(String text) {
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var usual = GIVEN.get(Character.toString(c));
            if (usual != null) {
                parts.add(usual);
            } else if (isSyllable(c)) {
                int number = c - FIRST;
                parts.add(forms(INITIAL[number / (VOWELS * FINALS)]));
                parts.add(forms(VOWEL[number / FINALS % VOWELS]));
                parts.add(forms(FINAL[number % FINALS]));
            } else {
                parts.add(List.of(Latin.isDigit(c) ? Character.toString(c) : ""));
            }
        }
        return Spellings.alike(parts);
    }

    private static boolean isSyllable(int c) {
        return c >= FIRST && c <= LAST;
    }

    private static List<String> forms(String forms) {
        return List.of(forms.split(" "));
    }
}
