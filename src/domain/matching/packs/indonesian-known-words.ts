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
  'bahar bahasa bahagia bakal bakat bukti bakri pangsa bangka bangau banjar berkat',
  'berkas bersatu bersih saudara bersuara',
  // berkat, besar, bhakti, bina, bintan, bintang, buana, budi, bumi, bunda, bunga
  'berat beras basar benar bini bisa bila binar cina dina rina bintik binatang bentang',
  'buaya buah bulan bina budu bundar benda banda bungah bumiputra',
  // cahaya, cipta, citra, cemerlang
  'cahya jaya cita cipto copta cinta citrus cerita cakra candra chandra cemara gemilang',
  // dana, daya, dharma, dian, duta, dwi, damai, dewi
  'dara data daha raya gaya maya baya kaya laya saya drama darma dial diam duka dusta duda',
  'juta kuta kota buta desi dewa dewan darmi dama ramai',
  // eka, era, emas, fajar
  'eko ena kera mas fakir fajri pasar pagar wajar',
  // gemilang, global, graha, guna, group
  'gemintang globe gerha gana gunung guntur luna buna runa suna tuna gula group grosir',
  // harapan, harum, hidayah, hikmah, husada
  'harap harapan garapan sarapan haram harus halim hidayat hikmat nikmah nikmat',
  // indah, indo, indra, insan, insani, intan, inti, intra
  'india indi indera insang insaf insari insana ihsan iklan inta intim inter kunti inci indri',
  'endah',
  // jasa, jaya, java, jasindo, juang
  'jala jata jawa java jara jati jari jalan jasad masa basa lasa desa jaja jayadi jaga juara',
  // karsa, karya, kencana, kerta, kurnia, kusuma, kasih, kreasi
  'karta karma kartu karna kara kala kerja kerjo sarya arya marya darya warya surya',
  'rencana bencana kerti karti karuna kurma karunia kusumo kasim kisah reaksi kreatif',
  // laut, lestari, lintas, luhur
  'lautan lain lestarian lintang luhut leluhur lampung',
  // maju, makmur, mandiri, mandira, manunggal, mas, maritim, mega, mekar, menara, mitra, mulia, mutiara
  'maja madu malu maku baju laju saju makar mandiri mandira mandara mandar',
  'mandala mandor mandi mass maritime marina megah mega meja mela sega vega mekah',
  'pekar melar kekar menari menanra mitro mitsu mula mulai mutia',
  // nusa, nusantara, nuansa, niaga
  'musa nasa nura nisa nuri rusa busa suasana niagara niat',
  // perkasa, perdana, permata, permai, persada, pertama, pertiwi, prima, pratama, prakarsa, prestasi
  'perkara perkakas perkase permana persona pertanda',
  'perwira permaisuri prasada prisma primo pria pribumi pratami pratomo pratiwi pramana',
  'prakarya presisi prestise perkutut',
  // puri, pusaka, putra, putri, puspita
  'putih pura puro pusat pusara putro putera patra petra putu suri turi puspa',
  // raharja, rajawali, rahmat, ratu, raya, restu, rona
  'rahardja rahayu raharjo rahman rahmah rahma rata raja rama rana rosa roma rena',
  // sahabat, sakti, samudera, sari, sarana, satria, sejahtera, sejati, selaras, semesta, sentosa
  'sahara sakit saksi santi sati samudara saudera sara sira sora seri saring sarang',
  'sardana sarjana sasana satya setya sejarah sejak sejuta sejajar',
  'selera selatan selasar semata sentoso sentra santosa sentana',
  // serasi, setia, sinar, sinergi, sukma, sukses, sumber, surya, swadaya
  'serasa seratus setiap satia sinai sinergis energi sukmo sukmi suksma',
  'umber sumbar sumbing sembur suryo surga suraya syria swakarya swakarsa',
  // tama, tani, tenaga, tiara, timur, tirta, trans, tri, tunas, tunggal, tulus
  'tara taman tamu sama lama nama mama tata tana tenang tiada tiang tari',
  'tirto turas tuntas tugas tunai tinggal tunggul lulus mulus halus',
  // umat, unggul, untung, usaha, utama, utara
  'ungu usaha utami utuh utari utara',
  // wahana, warna, widya, wijaya, wira, wiguna, wisata
  'wacana wana wahyu warta warga waluya widodo wira wirya wiro wisuda wita',
  // business words of Indonesian company names
  'agency agensi human humana resource resources resort labour labor supply supplier manpower crew',
  'crewing marine ocean oceanic star sea service services servant management manager',
  'global career carrier karir training trading trade trans work worker world word',
  'international internal national nasional rasional personal permanen employ employment',
  'express expres eksport import sentral central center centra select selecta success sukses talent',
  // Everyday words, one letter from a word of any agency's name
  'adil ajal ajar akal alas alat amal amat ambil angsa antar antara anti arang asal asam asri atur',
  'awal ayam badan bagai bagi bagus bahan bahas bahaya bakar bakau bakti baku balai balas balik',
  'bangga bantu barang barat baru batal batas batu bayam bayang bayar bayi bela beli belia berani',
  'berkah besar bidak bidan bijak bintang budi bumi bunda bunga busana camar canda candi cari cegah',
  'citra curah dahan damai damar dana danau dari dasar datar dawai daya dekat delta demi denda',
  'deras dewasa dinda dorong fana fasih gali ganti gempa giat gila hadir hantar harga hari harta',
  'hijau hikmah hujan hutan ibadi ikan iman intan istana jagung jamin janda jangka jarang jelita',
  'kabar kalah kali kamar kapan kapas karang karib karsa kasar kayu kencan kepala keras kertas',
  'ketika kian kilau kira kita kuda lahan lamar lancar landa lantai larang lari latar layak lega',
  'limau limbah lomba lumba lunas lusa macan magang makan malah mana manah manja mantra marga mari',
  'masak masih matang mawar mekar merah merdu mitra mudah muhdi muka mulia nada naga nanti negara',
  'niaga nian nira nista orang padang padu paham palang pancar pantai papan paras pari pasang patih',
  'payung peka perang pesona piara pijar pindah pisang praja prama pulih puri putar putik putra',
  'raga ragam ramah rantai ratu rawa riang rimba rindu roda ruang rumah sabar sabtu sadar sagu',
  'saham sakti saku salah sana sandar sandi santai santap sapa sapu saran sarat sari satria satwa',
  'sawah sayang sebar sedang sedia segala segar segera sekar sekat selam senang sendi serah serta',
  'setara setia siaga silat situ suara suatu suka sukma sutra tahan tamat tampil tanda tangga tawa',
  'tebal tebar tegak tegar tegas telaga tembaga tempat terap terbang terus tikar tinta tirai tulis',
  'tunda wadah wali waris wayang yatim',
].flatMap((line) => line.split(' '))
