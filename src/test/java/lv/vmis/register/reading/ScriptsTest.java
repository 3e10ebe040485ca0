package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

    @ParameterizedTest
    @CsvSource({
        // Latin, Cyrillic, Greek
        "Anna Maria, ANNA MARIA",
        "ERIKSSON<<ANNA<MARIA, ERIKSSON ANNA MARIA",
        "O'Neil, ONEIL",
        "Bērziņš, BERZINS",
        "Nguyễn Đặng, NGUYEN DANG",
        "Col·lell, COLLELL",
        "Щербаков Юлия, SHCHERBAKOV IULIIA",
        "Знам’янка, ZNAMIANKA",
        "Παπαδόπουλος, PAPADOPOULOS",
        // Arabic, Persian, Urdu: usual names, and of others the consonants
        "محمد, MUHAMMAD",
        "أحمد, AHMAD",
        "علی, ALI",
        "عمر الشيخ, UMAR AL SHEIKH",
        "محمود, MAHMOUD",
        "فاطمة, FATIMA",
        "حسین, HUSSEIN",
        "ابراهيم, IBRAHIM",
        "إبراهيم, IBRAHIM",
        "یوسف, YUSUF",
        "عيسى, ISA",
        "پرویز, PERVEZ",
        "گلچین, GLCHN",
        "فخر الزمان, FKHR AL ZAMAN",
        "رحمت‌الله, RHMTLLH",
        "حبیب‌الله, HABIBULLAH",
        "إسعاف, ISF",
        "بھٹو, BHT",
        "طه, TAHA",
        "محـــمد, MUHAMMAD",
        "ﻣﺤﻤﺪ, MUHAMMAD",
        "علي٢٣, AL23",
        // with vowel marks
        "مُحَمَّد, MUHAMMAD",
        "سَلِيم, SALIM",
        // Hebrew: consonants
        "משה כהן, MSH KHN",
        "שָׁלוֹם, SHLM",
        "יצחק, YTSHK",
        "נתן, NTN",
        // Georgian and Armenian
        "გიორგი, GIORGI",
        "ჯუღაშვილი, JUGHASHVILI",
        "ყიფშიძე, QIPSHIDZE",
        "ᲒᲘᲝᲠᲒᲘ, GIORGI",
        "ჭავჭავაძე, CHAVCHAVADZE",
        "Հովհաննիսյան, HOVHANNISYAN",
        "ՀՈՎՀԱՆՆԻՍՅԱՆ, HOVHANNISYAN",
        "Եղիազարյան, YEGHIAZARYAN",
        "Մկրտչյան Գևորգ, MKRTCHYAN GEVORG",
        "Սուրեն, SUREN",
        "Ոսկանյան, VOSKANYAN",
        // Chinese, Japanese, Korean
        "王小明, WANG XIAOMING",
        "欧阳修, OUYANG XIU",
        "諸葛亮, ZHUGE LIANG",
        "陳水扁, CHEN SHUIBIAN",
        "吕布, LYU BU",
        "单田芳, SHAN TIANFANG",
        "王 小明, WANG XIAOMING",
        "买买提·吐尔逊, MAIMAITI TUERXUN",
        "さとう ゆうこ, SATO YUKO",
        "ｻﾄｳ, SATO",
        "スズキ, SUZUKI",
        "ヴィクトル, VIKUTORU",
        "なんば, NAMBA",
        "김민수, KIM MINSU",
        "박지성, PARK JISUNG",
        "남궁민수, NAMGUNG MINSU",
        "이 영희, LEE YOUNGHEE",
        // India and its neighbours
        "नरेन्द्र मोदी, NARENDRA MODI",
        "सिंह, SINGH",
        "आनंद, ANAND",
        "ज्ञानेश, GYANESH",
        "মোহাম্মদ, MOHAMMAD",
        "চৌধুরী, CHAUDHURI",
        "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ, GURPRIT SINGH",
        "ਕੌਰ, KAUR",
        "પટેલ, PATEL",
        "கிருஷ்ணன், KIRUSHNAN",
        "రావు, RAVU",
        "ಕುಮಾರ, KUMARA",
        "കുമാർ, KUMAR",
        "කුමාර, KUMARA",
        "ኃይለ, HAYILE",
        // Thai and Lao
        "สมชาย, SOMCHAI",
        "ทักษิณ ชินวัตร, THAKSIN CHINWAT",
        "ยิ่งลักษณ์, YINGLAK",
        "ประยุทธ์, PRAYUT",
        "ภูมิพล, PHUMIPHON",
        "สุวรรณ, SUWAN",
        "คำ, KHAM",
        "ສົມຊາຍ, SOMSAI"
    })
    void a_name_has_a_usual_spelling(String name, String expected) {
        assertThat(usual(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, MUELLER MULLER",
        "Søren, SOEREN SOREN",
        "Хачатрян, KHACHATRIAN KHACHATRYAN HACHATRYAN",
        "Григорій, GRIGORII HRYHORII",
        "Александр, ALEKSANDR ALEXANDR",
        "Цой, TSOI TSOY COJ",
        "Ющенко, IUSHCHENKO YUSHCHENKO",
        "Ђоковић, DOKOVIC DJOKOVIC",
        "Đoković, DOKOVIC DJOKOVIC",
        "Щерев, SHCHEREV SHTEREV",
        "Χρήστος, CHRISTOS HRISTOS",
        "Μπάμπης, BAMPIS BAMBIS",
        "ذبیان, ZBN ZBYN",
        "قرداش, QRDSH",
        "حسین, HUSSEIN HOSSEIN",
        "غادة, GHD GHDH",
        "ذاکری, ZKR DHKR",
        "דוד, DVD",
        "חיים, CHYYM HM",
        "יעקב, YKV",
        "ყიფშიძე, QIPSHIDZE KIPSHIDZE",
        "Հակոբյան, HAKOBYAN HAKOBIAN",
        "Յակոբեան, HAKOBIAN",
        "さとう, SATO SATOU SATOH",
        "어준영, EOJUNYOUNG",
        "कमला, KAMALA KAMLA",
        "গোবিন্দ, GOBIND GOVIND",
        "যাদব, JADAB YADAB JADAV",
        "ਗੁਰਪ੍ਰੀਤ, GURPRIT GURPREET"
    })
    void a_word_has_other_spellings_too(String word, String expected) {
        var spellings = Scripts.read(word).stream()
                .map(ReadWord::latin)
                .reduce((first, second) -> first.stream()
                        .flatMap(one -> second.stream().map(one::concat))
                        .toList())
                .orElseThrow();

        assertThat(spellings).contains(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "김, KIM GIM",
        "이, LEE YI I RHEE",
        "陳, CHEN CHAN TAN",
        "张, ZHANG CHANG CHEUNG",
        "王, WANG WONG",
        "李, LI LEE"
    })
    void a_surname_has_the_forms_of_its_bearers(String surname, String expected) {
        assertThat(Scripts.read(surname).getFirst().latin()).containsExactly(expected.split(" "));
    }

    @Test
    void parts_that_belong_together_say_so() {
        assertThat(joined("Jean-Luc Marie")).isEqualTo("JEAN+LUC MARIE");
        assertThat(joined("Arte'-Ana")).isEqualTo("ARTE+ANA");
        assertThat(joined("Jean - Luc")).isEqualTo("JEAN LUC");
        assertThat(joined("Bērziņa–Kalniņa")).isEqualTo("BERZINA+KALNINA");
        assertThat(joined("عبدالله")).isEqualTo("ABDULLAH");
        assertThat(joined("عبد الرحمن")).isEqualTo("ABD+AL+RAHMAN");
        assertThat(joined("نورالدین")).isEqualTo("NOOR+AL+DIN");
        assertThat(joined("ابوالقاسم")).isEqualTo("ABU+AL+QASIM");
        assertThat(joined("الیاس")).isEqualTo("ALYS");
        assertThat(joined("王小明")).isEqualTo("WANG XIAOMING");
        assertThat(joined("明珠")).isEqualTo("MING+ZHU");
        assertThat(joined("민수")).isEqualTo("MIN+SU");
        assertThat(joined("王Wang")).isEqualTo("WANG+WANG");
    }

    @Test
    void the_article_takes_the_sound_of_the_next_letter() {
        assertThat(Scripts.read("الدين").getFirst().latin()).containsExactly("AL", "EL", "UL", "AD", "ED", "UD");
        assertThat(Scripts.read("القاسم").getFirst().latin()).containsExactly("AL", "EL", "UL");
    }

    @Test
    void a_word_keeps_what_was_written() {
        var words = Scripts.read("\u200fO’Neil\u200b  ال\u064eشيخ قرداش 王小明");

        assertThat(words).extracting(ReadWord::original).containsExactly("O'Neil", "ال", "شيخ", "قرداش", "王小明");
        assertThat(words).extracting(ReadWord::vowelless).containsExactly(false, false, false, true, false);
    }

    @Test
    void an_unknown_script_is_kept_without_spelling() {
        assertThat(Scripts.read("ᠮᠣᠩᠭᠣᠯ Anna")).extracting(ReadWord::latin).containsExactly(List.of(), List.of("ANNA"));
    }

    @ParameterizedTest
    @CsvSource({
        "Šķēle, SHKELE",
        "Žižka, ZHIZHKA",
        "Çağrı, CHAGRI",
        "Żuławski, ZHULAWSKI",
        "Dvořák, DVORZAK",
        "Țîrlea, TSIRLEA",
        "Ștefan, SHTEFAN",
        "Muñoz, MUNYOZ",
        "Đorđević, DJORDJEVICH",
        "Đặng, DANG",
        "Đinh, DINH",
        "Weiß, WEISS",
        "Åse, ASE",
        "Jürgen, JURGEN",
        "Əliyev, ALIYEV",
        "Ģirts, GIRTS",
        "O'Neil, ONEIL",
        "Щукин, SHCHUKIN",
        "გიორგი, GIORGI"
    })
    void marks_that_change_the_sound_are_spelt_out(String word, String expected) {
        assertThat(Scripts.spoken(word)).isEqualTo(expected);
    }

    @Test
    void what_cannot_be_seen_is_dropped() {
        assertThat(usual("An\u00adna\u200d \u202eMaria\u202c\u0000 😀")).isEqualTo("ANNA MARIA");
        assertThat(usual("\ud800Anna\udc00 \ud83d")).isEqualTo("ANNA");
        assertThat(Scripts.read("😀 \u0301\u200b -'-")).isEmpty();
    }

    @Test
    void too_much_is_cut() {
        var words = Scripts.read("ā".repeat(150) + " Š".repeat(30));

        assertThat(words).hasSize(Scripts.WORDS);
        assertThat(words.getFirst().latin().getFirst()).isEqualTo("A".repeat(Scripts.LETTERS));
        assertThat(Scripts.read("a".repeat(150) + " b".repeat(30))).hasSize(Scripts.WORDS);
        assertThat(Scripts.read("ﷺ".repeat(300))).hasSizeLessThanOrEqualTo(Scripts.WORDS);
    }

    @Test
    void many_threads_read_the_same() throws InterruptedException {
        var names = List.of("王小明", "さとう", "नरेन्द्र", "মোহাম্মদ", "ኃይለ", "สมชาย", "കുമാർ", "吕布");
        var expected = names.stream().map(Scripts::read).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var rounds = threads.invokeAll(IntStream.range(0, 40)
                    .<java.util.concurrent.Callable<List<List<ReadWord>>>>mapToObj(
                            _ -> () -> names.stream().map(Scripts::read).toList())
                    .toList());

            assertThat(rounds).allSatisfy(round -> assertThat(round.get()).isEqualTo(expected));
        }
    }

    private static String usual(String name) {
        return Scripts.read(name).stream().map(word -> word.latin().getFirst()).collect(Collectors.joining(" "));
    }

    private static String joined(String name) {
        return Scripts.read(name).stream()
                .map(word -> word.latin().getFirst() + (word.joined() ? "+" : " "))
                .collect(Collectors.joining())
                .strip();
    }
}
