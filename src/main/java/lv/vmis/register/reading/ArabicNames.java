package lv.vmis.register.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Usual names of the Arabic script with their vowels, which it does not write: محمد is MUHAMMAD.
 *
 * <p>Source: the spellings usual in passports of Arab States, Iran, Afghanistan and Pakistan. The most usual stands first.
 */
final class ArabicNames {

    private static final Map<String, List<String>> FORMS = table("""
            محمد MUHAMMAD MOHAMMED MOHAMAD
            محمود MAHMOUD MEHMOOD
            احمد AHMAD AHMED
            حامد HAMED HAMID
            حميد HAMID
            حمد HAMAD
            علي ALI
            عالي AALI
            حسن HASAN
            حسين HUSSEIN HOSSEIN HUSAIN
            محسن MOHSEN MUHSIN
            حسام HOSAM HUSAM
            حسني HOSNI HUSNI HASANI
            عمر UMAR OMER
            عمرو AMR
            عمار AMMAR
            عامر AMER AMIR
            امير AMIR AMEER
            عثمان OTHMAN USMAN OSMAN
            ابراهيم IBRAHIM EBRAHIM
            ابراهيمي IBRAHIMI EBRAHIMI
            اسماعيل ISMAIL ESMAIL
            اسحاق ISHAQ ESHAQ
            يعقوب YAQUB YAKOUB
            يوسف YUSUF YOUSEF YOUSSEF
            موسي MUSA MOUSA
            عيسي ISA EISA
            يحيي YAHYA
            زكريا ZAKARIA ZAKARIYA
            داود DAWOOD DAOUD
            سليمان SULEIMAN SOLAIMAN
            ايوب AYUB AYYOUB
            يونس YUNUS YOUNES
            ادريس IDRIS IDRISS
            صالح SALEH SALIH
            صلاح SALAH
            هارون HAROON HARUN
            ادم ADAM
            نوح NUH NOAH
            مصطفي MUSTAFA MOSTAFA
            مرتضي MORTEZA MURTADA MURTAZA
            مجتبي MOJTABA MUJTABA
            رضا REZA RIDA RAZA
            مهدي MAHDI MEHDI
            هادي HADI
            جعفر JAFAR JAAFAR
            جعفري JAFARI
            صادق SADIQ SADEGH
            صادقي SADEGHI
            باقر BAQIR BAGHER
            كاظم KAZEM KADHIM KAZIM
            كاظمي KAZEMI
            تقي TAQI TAGHI
            نقي NAQI
            عباس ABBAS
            عباسي ABBASI
            جواد JAVAD JAWAD
            اكبر AKBAR
            اكبري AKBARI
            اصغر ASGHAR
            قاسم QASIM GHASEM KASSEM
            قاسمي GHASEMI QASEMI
            حيدر HAIDAR HEYDAR HAYDER
            حيدري HEYDARI HAIDARI
            كريم KARIM KAREEM
            كريمي KARIMI
            رحيم RAHIM
            رحيمي RAHIMI
            رحمان RAHMAN REHMAN
            رحمن RAHMAN
            رحماني RAHMANI
            سميع SAMI
            بصير BASIR
            نصير NASIR NASEER
            ناصر NASER NASIR
            نصر NASR
            منصور MANSOUR MANSOOR
            منصوري MANSOURI
            انصاري ANSARI
            مسعود MASOUD MASOOD
            سعيد SAEED SAID
            سعد SAAD
            سعدي SAADI
            سيد SAYED SYED SEYED
            سلطان SULTAN SOLTAN
            سلطاني SOLTANI
            سلمان SALMAN
            سالم SALEM SALIM
            سليم SALIM SELIM
            سلام SALAM
            اسلام ISLAM ESLAM
            مسلم MUSLIM MOSLEM
            جمال JAMAL GAMAL
            جميل JAMIL
            كمال KAMAL
            كامل KAMEL KAMIL
            كامران KAMRAN
            عمران IMRAN OMRAN EMRAN
            عدنان ADNAN
            عرفان IRFAN ERFAN
            عزيز AZIZ
            عزيزي AZIZI
            عظيم AZIM AZEEM
            عظيمي AZIMI
            عليم ALIM ALEEM
            حكيم HAKIM HAKEEM
            حكيمي HAKIMI
            نبيل NABIL
            نبي NABI
            نجيب NAJIB NAJEEB
            نعيم NAEEM NAIM
            نديم NADEEM NADIM
            نادر NADER NADIR
            نور NOOR NOUR NUR
            نوري NOORI NOURI
            نوروز NOWRUZ NAWROZ
            انور ANWAR ANVAR
            منير MUNIR MOUNIR
            امين AMIN
            اميني AMINI
            ايمن AYMAN
            اياد IYAD EYAD
            مازن MAZEN
            مالك MALEK MALIK
            ملك MALIK
            مجيد MAJID
            ماجد MAJED MAJID
            مراد MURAD MORAD
            مرادي MORADI
            مروان MARWAN
            معاذ MUAATH MOAZ
            معتز MOATAZ
            نزار NIZAR NEZAR
            هشام HISHAM HICHAM
            هاشم HASHEM HASHIM
            هاشمي HASHEMI HASHIMI HASHMI
            همايون HUMAYUN HOMAYOUN
            وائل WAEL WAIL
            وليد WALID WALEED
            وحيد VAHID WAHID
            واحد WAHED
            وسيم WASIM WASEEM
            وقاص WAQAS
            ياسر YASIR YASSER
            ياسين YASIN YASSIN
            طارق TARIQ TAREK
            طاهر TAHER TAHIR
            طاهري TAHERI
            طيب TAYYAB TAYEB
            طه TAHA
            خالد KHALED KHALID
            خليل KHALIL
            خليلي KHALILI
            خان KHAN
            خرم KHURRAM
            خسرو KHOSROW KHUSRO
            رشيد RASHID RACHID
            راشد RASHED RASHID
            رشاد RASHAD
            رسول RASOUL RASOOL
            رسولي RASOULI RASOOLI
            رستم ROSTAM RUSTAM
            رضوان REZWAN RIZWAN RIDWAN
            رياض RIYAD RIAZ RIAD
            رامي RAMI RAMY
            رمضان RAMADAN RAMAZAN
            رمضاني RAMEZANI RAMAZANI
            رفيق RAFIQ
            روح ROUH
            زاهد ZAHID ZAHED
            زبير ZUBAIR ZOBAIR
            زمان ZAMAN
            زماني ZAMANI
            زيد ZAID ZEID
            زياد ZIAD ZIYAD
            زين ZAIN
            زينب ZAINAB ZEINAB
            زهرا ZAHRA
            زهره ZOHREH ZAHRA
            فاطمه FATIMA FATEMEH FATMA
            مريم MARYAM MARIAM
            عايشه AISHA AYESHA
            خديجه KHADIJA
            حليمه HALIMA HALIMEH
            امنه AMINA AMNA
            امينه AMINA
            اسماء ASMA
            سعاد SOUAD SUAD
            سعاده SAADEH
            سميه SUMAYA SOMAYEH
            سميره SAMIRA
            سمير SAMIR SAMEER
            سامي SAMI SAMY
            ساره SARA SARAH
            سارا SARA
            سكينه SAKINEH SAKINA
            صديقه SEDIGHEH SIDDIQA
            صديق SIDDIQ SEDIQ
            صديقي SIDDIQUI SEDIQI
            طاهره TAHEREH TAHIRA
            ليلي LEILA LAILA
            ليلا LEILA LAYLA
            مني MONA MUNA
            مها MAHA
            نادي NADI
            ناديه NADIA
            نازنين NAZANIN
            نسرين NASRIN NASREEN
            نرگس NARGES NARGIS
            نجوي NAJWA
            نبيله NABILA
            هدي HUDA HODA
            هاله HALA HALEH
            هند HIND
            رانيا RANIA
            رنا RANA
            ريم REEM RIM
            ريحان RAYHAN REHAN
            ريحانه REYHANEH REHANA
            رقيه ROGHAYEH RUQAYA
            شيرين SHIRIN
            شبنم SHABNAM
            شازيه SHAZIA
            شاهد SHAHID
            شهيد SHAHID
            شاه SHAH
            شاهين SHAHIN
            شهزاد SHAHZAD
            شريف SHARIF
            شريفي SHARIFI
            شفيق SHAFIQ
            شكري SHUKRI
            شكيب SHAKIB
            شهاب SHAHAB SHIHAB
            شعيب SHOAIB SHUAIB
            شيخ SHEIKH SHAIKH
            غلام GHULAM GHOLAM
            غني GHANI
            غفار GHAFFAR
            غفور GHAFOOR
            فارس FARES FARIS
            فاروق FAROUK FAROOQ
            فريد FARID
            فرهاد FARHAD
            فرزانه FARZANEH FARZANA
            فرشته FERESHTEH
            فهد FAHD FAHAD
            فهيم FAHIM
            فواد FOUAD FUAD
            فوزي FAWZI
            فيصل FAISAL FAYSAL
            فيروز FIROZ FIROUZ
            قادر QADER
            قدير QADEER
            قريشي QURESHI
            گل GUL GOL
            لطيف LATIF
            لطف LOTF
            لقمان LUQMAN LOQMAN
            مبارك MUBARAK
            مختار MOKHTAR MUKHTAR
            مصعب MUSAB
            مطيع MATI
            مظفر MUZAFFAR MOZAFFAR
            معروف MAROOF MAROUF
            مقصود MAQSOOD
            ممتاز MUMTAZ
            ميلاد MILAD
            مير MIR
            ميرزا MIRZA
            نعمان NUMAN NOUMAN
            بلال BILAL BELAL
            بشير BASHIR
            بشار BASHAR
            بدر BADR
            بهرام BAHRAM
            بهزاد BEHZAD
            بيگم BEGUM
            بيگ BAIG BEG
            بت BUTT
            پروين PARVIN PERVEEN
            پرويز PERVEZ PARVIZ
            تيمور TAIMUR TEYMOUR
            ثناء SANA
            حبيب HABIB
            حبيبي HABIBI
            حمزه HAMZA HAMZEH
            حنان HANAN
            حافظ HAFIZ HAFEZ
            دين DIN
            دلاور DELAWAR
            ذاكر ZAKIR
            ذيشان ZEESHAN
            ضياء ZIA DIAA
            ظاهر ZAHER
            ظفر ZAFAR
            عاصم ASIM
            عاطف ATIF ATEF
            عادل ADEL ADIL
            عارف AREF ARIF
            عبيد OBAID UBAID
            علاء ALAA
            عصام ESSAM ISSAM
            عماد EMAD IMAD
            احسان EHSAN IHSAN
            اقبال IQBAL EQBAL
            اكرم AKRAM
            اجمل AJMAL
            ارسلان ARSALAN ARSLAN
            اسد ASAD
            اسدي ASADI
            اسامه OSAMA USAMA
            اشرف ASHRAF
            اعظم AZAM
            افضل AFZAL
            امان AMAN
            انس ANAS
            اويس OWAIS
            ايمان IMAN EMAN
            اختر AKHTAR
            اصف ASIF ASEF
            كاشف KASHIF
            سردار SARDAR
            ستار SATTAR
            سراج SERAJ SIRAJ
            سجاد SAJJAD SAJAD
            شمس SHAMS
            صمد SAMAD
            صبور SABOOR
            حق HAQ
            حقاني HAQQANI
            احمدي AHMADI
            محمدي MOHAMMADI
            محمودي MAHMOUDI MAHMOODI
            حسيني HOSSEINI HUSSAINI
            علوي ALAVI ALAWI
            موسوي MOUSAVI MUSAVI
            رضايي REZAEI REZAI
            اميري AMIRI
            جهان JAHAN
            جان JAN
            جبار JABBAR
            جبر JABR
            جلال JALAL
            جليل JALIL
            جمعه JUMA JOMA
            چوهدري CHAUDHRY
            راجه RAJA
            رانا RANA
            ابو ABU ABOU
            ام UM OM
            عبد ABD
            يزيد YAZID
            """);

    private ArabicNames() {}

    /** The Latin forms of a word without vowel marks, the most usual first; none if the name is not known. */
    static List<String> forms(String word) {
        return FORMS.getOrDefault(letters(word), List.of());
    }

    private static Map<String, List<String>> table(String lines) {
        return lines.lines()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toUnmodifiableMap(
                        line -> letters(line.getFirst()), line -> line.subList(1, line.size())));
    }

    // Keyboards of different countries write one letter in different ways, and the hamza is often left out.
    private static String letters(String word) {
        var letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            switch (word.charAt(i)) {
                case 'أ', 'إ', 'آ', 'ٱ' -> letters.append('ا');
                case 'ى', 'ی', 'ئ' -> letters.append('ي');
                case 'ؤ' -> letters.append('و');
                case 'ک' -> letters.append('ك');
                case 'ہ', 'ھ', 'ة', 'ۀ', 'ۃ' -> letters.append('ه');
                case 'ء' -> {
                    // is often not written
                }
                default -> letters.append(word.charAt(i));
            }
        }
        return letters.toString();
    }
}
