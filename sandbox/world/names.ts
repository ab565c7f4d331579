/**
 * What people are made of: names, places, and what they write, by the part of the world they come from.
 * (Long because it is a list.)
 * A name whose script is not Latin stands beside the letters that its addresses are made of: `田中|tanaka`.
 */

export type Region = {
  /** Where their portraits centre on the scale of skins, from light (0) to dark (1). */
  readonly complexion: number
  /** Family name before given name, as written there. */
  readonly isFamilyFirst?: true
  /** Names of women, of men, of families; each in its own script. */
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
  readonly cities: readonly City[]
  readonly notes: readonly string[]
  readonly awayNotes: readonly string[]
}
/** `rooms`: how a place in that office is written; # stands for a digit. */
type City = { readonly name: string; readonly dial: string; readonly rooms: readonly string[] }

const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
const city = (name: string, dial: string, ...rooms: readonly string[]): City => ({ name, dial, rooms })

export const REGIONS: readonly Region[] = [
  {
    complexion: 0.25,
    women: words(
      'Anna Olivia Grace Hannah Emily Claire Megan Rachel Nora Abigail Kate Julia Ruth Zoe Bridget Holly',
    ),
    men: words(
      'David Michael Ryan Tom Peter Jack Henry Oliver Samuel George Luke Neil Patrick Colin Daniel Scott',
    ),
    families: words(
      'Bennett Carter Doyle Ellis Foster Graham Hughes Irwin Jenkins Keane Lawson Murray Norris Osborne Palmer Reid Shaw Turner Walsh Young',
    ),
    cities: [
      city('Redmond', '+1425', '25/1##0', '33/2##1', '16/3##4'),
      city('London', '+4420', 'Paddington 3.##', 'Paddington 5.##'),
      city('Dublin', '+3531', 'Leopardstown B#'),
    ],
    notes: lines(`
      Happy to look at drafts before lunch.
      Working from home. Door is open, just call.
      Pairing most of the day, ping me anyway
      In early, out at four
      Release week. Chat is best.
      Reviewing budgets, back to mail after two
      Ask me about the spring plan
      Focus time until noon 🎧
      Coffee ☕
    `),
    awayNotes: lines(`
      I am out of the office until Monday. For anything urgent, write to the team's address.
      On leave until the 14th, with no mail on my phone.
    `),
  },
  {
    complexion: 0.05,
    women: words(
      'Ingrid Astrid Freja Signe Maja Karen Mette Sofie Liv Solveig Åsa Elin Kirsten Ragnhild Tove Birgit',
    ),
    men: words(
      'Lars Søren Magnus Nils Erik Anders Jørgen Kåre Bjørn Henrik Øyvind Mikkel Tor Rasmus Åge Viggo',
    ),
    families: words(
      'Sørensen Nielsen Hansen Lindqvist Bergström Dahl Østergaard Kjær Møller Lund Haugen Åkerlund Vestergaard Holm Falk Nygård Strand Bakke Krogh Ström',
    ),
    cities: [
      city('Copenhagen', '+453', 'Copenhagen, 4.##', 'Copenhagen, 2.##'),
      city('Oslo', '+472', 'Oslo, 7. etg.'),
      city('Stockholm', '+468', 'Stockholm, plan #'),
    ],
    notes: lines(`
      Sidder i den stille zone, skriv gerne
      Hjemmekontor i dag, ring bare
      Til og med fredag i Århus
      Kaffe?
    `),
    awayNotes: lines(`
      Ferie til og med uge 29. Skriv til teamets postkasse, hvis det haster.
    `),
  },
  {
    complexion: 0.1,
    women: words(
      'Anja Katrin Sabine Lea Franziska Ulrike Heike Greta Johanna Käthe Silke Bärbel Zofia Nina Marlene Theresa',
    ),
    men: words(
      'Jürgen Stefan Matthias Uwe Björn Dieter Lukas Jonas Rüdiger Kai Felix Günther Torsten Emil Sven Moritz',
    ),
    families: words(
      'Groß Müller Schäfer Weiß Krüger Vogel Brandt Köhler Seidel Lorenz Böhm Winkler Jäger Hoffmann Ziegler Kühn Baumann Straßer Engel Roth',
    ),
    cities: [
      city('München', '+4989', 'München, Haus A', 'München, Haus B', 'München, Haus C'),
      city('Zürich', '+4144', 'Zürich, 3. OG'),
      city('Wien', '+431', 'Wien, Tür 1#'),
    ],
    notes: lines(`
      Heute bis 15 Uhr in der Freigaberunde, danach gern anrufen.
      Im Homeoffice, am besten per Chat
      Bin im Labor, Telefon liegt im Büro
      Abstimmung mit dem Betriebsrat, bitte nicht stören
    `),
    awayNotes: lines(`
      Ich bin bis einschließlich Freitag nicht im Büro. In dringenden Fällen hilft das Sekretariat weiter.
    `),
  },
  {
    complexion: 0.2,
    women: words(
      'Chloé Camille Élise Margaux Inès Léa Manon Amélie Solène Noémie Hélène Aurélie Mathilde Agnès Zoé Clémence',
    ),
    men: words(
      'Étienne Rémi Baptiste Loïc François Julien Théo Gaël Antoine Benoît Cédric Hugo Mathieu Olivier Yann Raphaël',
    ),
    families: words(
      'Lefebvre Moreau Girard Bénard Rousseau Faure Mercier Lévêque Chevalier Garnier Perrin Dubois Lacroix Renaud Fournier Guérin Marchand Barbier Legrand Caron',
    ),
    cities: [
      city('Paris', '+331', 'Paris, Tour Est, #e étage', 'Paris, Tour Ouest, #e étage'),
      city('Lyon', '+334', 'Lyon, Part-Dieu'),
      city('Montréal', '+1514', 'Montréal, 1#e étage'),
    ],
    notes: lines(`
      En atelier toute la matinée, joignable par message
      Télétravail aujourd'hui
      Je réponds après 14 h
    `),
    awayNotes: lines(`
      De retour lundi 23. Pour les contrats, écrivez à Matteo.
      En congé jusqu'au 2, sans accès à la messagerie.
    `),
  },
  {
    complexion: 0.3,
    women: words(
      'Giulia Francesca Chiara Lucía Carmen Inés Beatriz Sofía Elena Paola Mariana Renata Isabel Pilar Valentina Luísa',
    ),
    men: words(
      'Matteo Luca Andrea Diego Javier Álvaro Rafael João Tiago Paolo Marco Hernán Gonçalo Íñigo Emilio Sandro',
    ),
    families: words(
      'Ricci Bianchi Conti Ferrara Moretti García Núñez Ibáñez Peña Muñoz Gonçalves Araújo Magalhães Esposito Romero Vidal Costa Marchetti Ortiz Sá',
    ),
    cities: [
      city('Milano', '+3902', 'Milano, piano #'),
      city('Madrid', '+3491', 'Madrid, planta 1#'),
      city('São Paulo', '+5511', 'São Paulo, Faria Lima 1#'),
    ],
    notes: lines(`
      Dal cliente tutto il giorno, meglio il cellulare
      Da casa oggi, chiamate pure
      En reunión con clientes hasta las 13:00
      Almoço até 14h
    `),
    awayNotes: lines(`
      Fuera de la oficina hasta el lunes. Para urgencias, llamen al equipo.
      Sono in ferie fino al 20, leggo la posta la sera.
    `),
  },
  {
    complexion: 0.1,
    women: words(
      'Zuzana Katarzyna Agnieszka Eliška Magda Žofia Ewa Božena Ivana Lenka Petra Małgorzata Jana Alžběta Dorota Hana',
    ),
    men: words(
      'Marek Jakub Tomáš Łukasz Ondřej Paweł Jiří Vojtěch Michał Radek Zbigniew Štěpán Adam Bartosz Miloš Kryštof',
    ),
    families: words(
      'Dvořák Novotný Wiśniewski Zieliński Šimek Král Wójcik Bartoš Kowalczyk Němec Čermák Jabłoński Beneš Havel Szymański Kučera Mazur Polák Říha Sikora',
    ),
    cities: [city('Praha', '+4202', 'Praha, Karlín #.##'), city('Kraków', '+4812', 'Kraków, piętro #')],
    notes: lines(`
      Dziś zdalnie, proszę pisać
      Na poradě do jedenácti
    `),
    awayNotes: lines(`
      Do piątku jestem na urlopie. W pilnych sprawach proszę pisać do zespołu.
    `),
  },
  {
    complexion: 0.2,
    isFamilyFirst: true,
    women: words(
      '美咲|misaki 陽子|yoko 葵|aoi 千尋|chihiro 由美|yumi さくら|sakura 直美|naomi 恵子|keiko 麻衣|mai 香織|kaori',
    ),
    men: words(
      '健太|kenta 翔|sho 大輔|daisuke 拓海|takumi 誠|makoto 浩二|koji 直樹|naoki 悠斗|yuto 隆|takashi 和也|kazuya',
    ),
    families: words(
      '田中|tanaka 佐藤|sato 鈴木|suzuki 高橋|takahashi 渡辺|watanabe 伊藤|ito 山本|yamamoto 中村|nakamura 小林|kobayashi 加藤|kato 吉田|yoshida 松本|matsumoto',
    ),
    cities: [city('Tokyo', '+813', '東京 丸の内', '東京 品川 1#階'), city('Osaka', '+816', '大阪 梅田')],
    notes: lines(`
      本日は終業しました。急ぎの場合はメールをお願いします。
      在宅勤務です
      午後は会議のため返信が遅れます
    `),
    awayNotes: lines(`
      今週は休暇をいただいております。お急ぎの方は担当チームまでご連絡ください。
    `),
  },
  {
    complexion: 0.45,
    women: words(
      'ليلى|layla نور|noor سلمى|salma فاطمة|fatima هدى|huda ريم|reem مريم|maryam دانا|dana أمل|amal زينب|zaynab',
    ),
    men: words(
      'كريم|karim يوسف|yusuf خالد|khalid طارق|tariq أحمد|ahmad سامي|sami حسن|hassan زياد|ziad فارس|faris رامي|rami',
    ),
    families: words(
      'منصور|mansour حداد|haddad الخطيب|khatib نجار|najjar سلامة|salameh درويش|darwish عباس|abbas الشامي|shami خوري|khoury صالح|saleh بدوي|badawi عزام|azzam',
    ),
    cities: [city('Dubai', '+9714', 'دبي', 'دبي، الطابق #'), city('Amman', '+9626', 'عمّان')],
    notes: lines(`
      متاحة حتى الساعة الرابعة، اتصلوا في أي وقت
      أعمل من المنزل اليوم
    `),
    awayNotes: lines(`
      أنا في إجازة حتى يوم الأحد. للأمور العاجلة يرجى مراسلة الفريق.
    `),
  },
  {
    complexion: 0.25,
    isFamilyFirst: true,
    women: words('Lan Hương Mai Linh Thảo Ngọc Trang Phương Yến Hạnh'),
    men: words('Minh Tuấn Hùng Dũng Quang Long Đức Khánh Việt Sơn Bảo'),
    families: words('Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Dương'),
    cities: [
      city('Singapore', '+65', 'Singapore, L18', 'Singapore, L##'),
      city('Hà Nội', '+8424', 'Hà Nội, tầng #'),
    ],
    notes: lines(`
      Làm việc tại nhà hôm nay
      Back at my desk at three, Singapore time
    `),
    awayNotes: lines(`
      Tôi nghỉ phép đến hết tuần. Việc gấp xin gửi cho nhóm.
    `),
  },
  {
    complexion: 0.6,
    women: words(
      'Priya Ananya Kavya Lakshmi Meera Divya Shreya Nandini Pooja Aditi Ishita Rekha Sunita Farah Gauri Tara',
    ),
    men: words(
      'Arjun Rohan Vikram Suresh Karthik Rahul Sanjay Aditya Imran Manoj Nikhil Prakash Ravi Deepak Harish Varun',
    ),
    families: words(
      'Raghunathan Iyer Menon Sharma Patel Reddy Chatterjee Kulkarni Nair Gupta Banerjee Desai Srinivasan Joshi Khan Pillai Mehta Bose Rao Kapoor',
    ),
    cities: [
      city('Bengaluru', '+9180', 'Bengaluru, Tower 3', 'Bengaluru, Tower 1'),
      city('Hyderabad', '+9140', 'Hyderabad, B#'),
    ],
    notes: lines(`
      On customer calls till six, IST
      आज घर से काम
      Heads down on 6.2, mail me
    `),
    awayNotes: lines(`
      Away for Diwali, back on the 7th. Please write to the service desk.
    `),
  },
  {
    complexion: 0.95,
    women: words(
      'Ama Akosua Zanele Ngozi Amina Wanjiru Thandiwe Chioma Efua Nomvula Abena Ifeoma Makena Yaa Lerato Adaeze',
    ),
    men: words(
      'Kwame Kofi Chinedu Sipho Yaw Emeka Kamau Tunde Thabo Olumide Kwaku Jabari Musa Ekow Bongani Uche',
    ),
    families: words(
      'Mensah Owusu Okafor Dlamini Adeyemi Kariuki Boateng Nkosi Asante Eze Mwangi Ndlovu Appiah Balogun Otieno Khumalo Addo Nwosu Wanjala Sesay',
    ),
    cities: [city('Accra', '+23330', 'Accra, 2nd floor'), city('Nairobi', '+25420', 'Nairobi, Westlands #')],
    notes: lines(`
      On site with the customer, phone is on
      Back online after the school run
    `),
    awayNotes: lines(`
      On annual leave until Tuesday. My colleagues on the desk will help you.
    `),
  },
  {
    complexion: 0.15,
    women: words(
      'Ελένη|eleni Μαρία|maria Σοφία|sofia Δήμητρα|dimitra Κατερίνα|katerina Олена|olena Ирина|irina Наталія|nataliia',
    ),
    men: words(
      'Γιώργος|giorgos Νίκος|nikos Κώστας|kostas Δημήτρης|dimitris Андрій|andrii Сергей|sergei Тарас|taras Павел|pavel',
    ),
    families: words(
      'Παππάς|pappas Νικολάου|nikolaou Γεωργίου|georgiou Коваленко|kovalenko Шевченко|shevchenko Соколов|sokolov Мельник|melnyk Οικονόμου|oikonomou Лисенко|lysenko',
    ),
    cities: [city('Αθήνα', '+30210', 'Αθήνα, 3ος όροφος'), city('Київ', '+38044', 'Київ, поверх #')],
    notes: lines(`
      Σε σύσκεψη μέχρι τις 12
      Працюю віддалено
    `),
    awayNotes: lines(`
      У відпустці до понеділка, термінове надсилайте команді.
    `),
  },
]

/** What people do, and for whom. */
export const DEPARTMENTS: readonly { readonly name: string; readonly titles: readonly string[] }[] = [
  {
    name: 'Platform',
    titles: [
      'Software engineer',
      'Senior engineer',
      'Release manager',
      'Site reliability',
      'Solution architect',
    ],
  },
  { name: 'Design', titles: ['Product designer', 'Researcher', 'Content designer', 'Design lead'] },
  { name: 'Sales', titles: ['Account director', 'Sales engineer', 'Account manager', 'Bid manager'] },
  { name: 'Customer success', titles: ['Customer success manager', 'Onboarding lead', 'Trainer'] },
  { name: 'Partners', titles: ['Partner manager', 'Alliance lead'] },
  { name: 'Finance', titles: ['Controller', 'Financial analyst', 'Accountant'] },
  { name: 'People', titles: ['People partner', 'Recruiter', 'Payroll specialist'] },
  { name: 'Legal', titles: ['Counsel', 'Privacy officer', 'Contracts manager'] },
  {
    name: 'Operations',
    titles: ['Service owner', 'Service desk analyst', 'Network engineer', 'Facilities lead'],
  },
  { name: 'Localisation', titles: ['Localisation manager', 'Translator', 'Terminologist'] },
]

/** Companies whose people somebody here knows. */
export const PARTNERS: readonly { readonly company: string; readonly domain: string }[] = [
  { company: 'Fabrikam', domain: 'fabrikam.com' },
  { company: 'Northwind Traders', domain: 'northwindtraders.com' },
  { company: 'Tailspin Toys', domain: 'tailspintoys.com' },
]

/** Personal groups, in the order in which they come into being; what is beyond them is numbered. */
export const GROUP_NAMES: readonly string[] = [
  'Platform team',
  'Customers and partners',
  'Design',
  'Project Polaris',
  'Reception desk',
  'Book circle',
  'Copenhagen',
  'Release 6.2',
  'Mentoring',
  'Works council',
]

/** Words that people set beside a state of their own. */
export const CUSTOM_ACTIVITIES: readonly string[] = [
  'Working from home',
  'In the lab',
  'Travelling',
  'Pairing',
]
