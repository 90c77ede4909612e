/**
 * Words of everyday Indonesian, of Javanese and Arabic names and of business English that lie one
 * letter from a word common in company names. Typed instead of it, such a word is another name,
 * not a typing error. Written for this purpose, copied from no dictionary.
 */
export const INDONESIAN_KNOWN_WORDS: readonly string[] = [
  // abadi, adi, agung, aditama, amanah
  'abdi abad abidin badi adipati ading aging agun agus amanat amanda amana amarah aman amani',
  // alam, anda, andalan, anugerah, asa, asia, asri
  'alami alim salam malam kalam dalam islam andal anda andalas asah asas esa rasa jasa asih asli astri',
  // bahari, bakti, bangsa, bangun, barokah, bersama, bersaudara
  'bahar bahasa bahagia bakal bakat bukti bakri bati pangsa bangka banga bangau bagun banjar berkat',
  'berkas bersalam bersatu bersih saudara bersuara',
  // berkat, besar, bhakti, bina, bintan, bintang, buana, budi, bumi, bunda, bunga
  'berat beras besat basar benar bini bisa bila bila binar pina cina dina rina bintik binatang bentang',
  'buaya buah bulan bina bidi budu bundar benda banda bungah bumiputra humi',
  // cahaya, cipta, citra, cemerlang
  'cahya jaya cita cipto copta cinta citrus cerita sitra cakra candra chandra cemara gemilang',
  // dana, daya, dharma, dian, duta, dwi, damai, dewi
  'dara data daha jaya raya gaya maya baya kaya laya saya dharmo drama darma dial diam duka dusta duda',
  'juta kuta kota buta desi dewa dewan darmi dama ramai',
  // eka, era, emas, fajar
  'eko esa ena kera emis mas fakir fajri pasar pagar wajar kajar',
  // gemilang, global, graha, guna, group
  'gemintang globe grahi gerha geraha gana gunung guntur luna buna runa suna tuna gula group grosir',
  // harapan, harum, hidayah, hikmah, husada
  'harap harapan garapan sarapan haram harus halim hidayat hikmat nikmah nikmat',
  // indah, indo, indra, insan, insani, intan, inti, intra
  'inda india indi indera insang insaf insari insana ihsan iklan intana inta intim inter kunti inci indri',
  'endah',
  // jasa, jaya, java, jasindo, juang
  'jala jata jawa java raya jara jati jari jalan jasad masa rasa basa lasa desa jaja jayadi jaga juara',
  // karsa, karya, kencana, kerta, kurnia, kusuma, kasih, kreasi
  'karta karma kartu kasra karna kara karia kala kerja kerjo kerya sarya arya marya darya warya surya',
  'kencani rencana bencana kerti karti karuna kurma karunia kusumo kasim kisah kaseh reaksi kreatif',
  // laut, lestari, lintas, luhur
  'lautan lain lestri lestarian lintang lentas luhut leluhur lampung',
  // maju, makmur, mandiri, mandira, manunggal, mas, maritim, mega, mekar, menara, mitra, mulia, mutiara
  'majur maja madu malu maku baju laju saju makar manmur mandir mandiri mandira mandara mandar mandari',
  'mandala mandor mandi sandiri tandiri masa mass maritime marina megah mega meja mela sega vega mekah',
  'mekari pekar melar kekar menari menanra mitri mitro mirra mitsu mula mulai mutia mutara',
  // nusa, nusantara, nuansa, niaga
  'musa nasa nura nisa nuri rusa busa suasana nusantra niagara niat',
  // perkasa, perdana, permata, permai, persada, pertama, pertiwi, prima, pratama, prakarsa, prestasi
  'perkara perkakas perkase permana permana pernama perdamai persaba persona persani pertanda pertami',
  'perwira permaisuri prasada prisma primo primo pria pribumi pratami pratomo pratana pratiwi pramana',
  'prakasa prakarya presisi prestise perkutut pesada',
  // puri, pusaka, putra, putri, puspita
  'putih pura puro pusat pusara pusako putro putru putera patra petra putu suri turi luri puspa',
  // raharja, rajawali, rahmat, ratu, raya, restu, rona
  'rahardja rahayu raharjo rahman rahmah rahma rajawati rata rasa raja rama rana resta rosa roma rena',
  // sahabat, sakti, samudera, sari, sarana, satria, sejahtera, sejati, selaras, semesta, sentosa
  'sahara sakit saksi sukti santi sati samudara saudera sara sira suri sora seri saring sarapan sarang',
  'sardana sarjana sasana sawana satriya satya setya sejahterah sejarah sejak sejuta sekjati sejajar',
  'selera selatan selasar semarta semata semasta sentoso sentra santosa sentana',
  // serasi, setia, sinar, sinergi, sukma, sukses, sumber, surya, swadaya
  'serasa seratus setiap setiya stia satia sinai sinal simar sinari sinergis energi sukmo sukmi suksma',
  'sekses umber sumbar sumbing sembur suryo suria surga suraya syria swadana swakarya swakarsa',
  // tama, tani, tenaga, tiara, timur, tirta, trans, tri, tunas, tunggal, tulus
  'tara taman tamu tamba sama lama dama nama mama tata tana teraga tenang tiada tiang tari tamur timus',
  'tirto tirza tranas turas tuntas tugas tunai tinggal tunggul tungal tukus lulus mulus halus telus',
  // umat, unggul, untung, usaha, utama, utara
  'unggal ungguh ungu unting usaha usana utami utamo utana utuh utari utara uttama',
  // wahana, warna, widya, wijaya, wira, wiguna, wisata
  'wacana wana wahyu warta warga waluya widia widiya widodo wijayo wira wirya wiro wisuda wita wiguno',
  // business words of Indonesian company names
  'agency agensi human humana resource resources resort labour labor supply supplier manpower crew',
  'crewing marine marina maritime ocean oceanic star sea service services servant management manager',
  'global globe group career carrier karir training trading trade trans star work worker world word',
  'international internal national nasional rasional persona personal permanen employ employment',
  'express expres eksport import sentral central center centra select selecta success sukses talent',
].flatMap((line) => line.split(' '))
