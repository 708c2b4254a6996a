"""Phrases of letters that nobody asked for: what their writers saw of the reader, and what they do not give up.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

UNASKED: Final = phrases_in(
    """
    you re pre approved | you are pre approved | pre approved for up to | came across your website |
    came across your site | came across your profile | came across your shop | came across your store |
    came across your company | came across your linkedin | stumbled upon your | stumbled across your |
    stumbled on your | visited your website | visiting your website | browsing your website | browsing your site |
    was on your website | ran your website | scanned your website | audited your | noticed your website |
    noticed your site | noticed that your website | noticed that your site | noticed you re not ranking |
    noticed you are not ranking | your website is missing | your website isn t | your website doesn t |
    your site doesn t show | your website takes | your site takes | costing you traffic | costing you customers |
    costing you money | losing customers to | rank higher | ranking on google | rank on google | page one of google |
    page 1 of google | first page of google | top of google | show up on google | website redesign |
    redesign your website | redesign your site | guest post* | backlinks | link exchange | sponsored post |
    sponsored article | write for your blog | saw your profile | your profile caught | your profile stood out |
    your profile came up | your profile on linkedin | your linkedin profile | your background caught |
    impressed by your background | impressed with your background | your experience caught |
    your name keeps coming up | plus equity | open to new roles | open to new opportunities | open to a move |
    i m recruiting for | i am recruiting for | my client is looking for | client of mine is looking |
    a client of mine | working with a client | on behalf of my client | exclusive role | confidential role |
    considering selling | looking to sell your | what your home is worth | what your house is worth |
    what your property is worth | value your home | value your property | value your house | free market appraisal |
    buyers waiting | buyers registered | serious buyers | recently sold ... on your street | sold ... in your street |
    sold ... in your road | buy your house | acquire your business | in your street next week |
    in your street this week | in your neighbourhood next week | in your neighborhood next week | working next door |
    working on your street | working in your street | no call out charge | no job too small | slot you in |
    squeeze you in | noticed your roof | noticed your driveway | noticed your gutters | noticed your fence |
    noticed your windows | slipped tiles | gutters cleared | gutter cleaning | free site visit | free no obligation |
    no obligation quote | obligation free | shipment in hand | cargo in hand | best freight | weekly sailing* |
    door to door ddp | support best | best rates for | dear purchasing manager | glad to know you |
    glad to learn you | know that you are in the market | factory price | oem odm | we are a manufacturer |
    we are manufacturer | professional manufacturer | leading manufacturer | our latest catalogue | our e catalogue |
    attendee list | attendees list | attendees ... list | visitors list | email list of | list of decision makers |
    verified emails | verified e mail | pre registered attendees | counts and pricing | counts and cost |
    top of your inbox | close your file | close the file | close the loop on my | if the timing is off |
    if now isn t a good time | if you re not the right person | if you are not the right person | my last attempt |
    my final attempt | last email from me | i ll stop reaching out | won t bother you again | i won t bother you |
    reaching out one last time | i m reaching out because | i am reaching out | cold email | qualified leads |
    qualified appointments | qualified meetings | exclusive leads | leads per month | leads a month | leads a week |
    booked meetings | meetings on your calendar | fill your calendar | fill your pipeline | companies like yours |
    businesses like yours | teams like yours | firms like yours | shops like yours | restaurants like yours |
    how do you currently handle | who looks after your | who handles your | who manages your |
    who takes care of your | cut your energy | lower your energy | your energy contract | unsecured funding |
    merchant cash | funding up to | switch suppliers | save you money on | free trial box | sample box |
    free tasting | ihr profil auf | ihr profil bei | auf ihr profil | dein profil auf | auf dein profil |
    ihr profil ist mir | dein profil ist mir | bin auf sie aufmerksam | bin auf ihr profil | auf ihren lebenslauf |
    ihrem hintergrund | mit ihrem profil | mit deinem profil | zu ihrem profil | zu deinem profil |
    ein mandant von mir | mandanten von mir | im auftrag meines mandanten | im auftrag eines mandanten |
    für einen mandanten | wechsel vorstellen | offen für neues | offen für einen wechsel | offen für neue |
    über einen wechsel | beruflich verändern | auf ihre website | auf ihre webseite | auf ihre homepage |
    ihre website gestoßen | ihre webseite gestoßen | ihre website angesehen | ihre webseite angesehen |
    ihre website angeschaut | ihre webseite angeschaut | ihre internetseite | ihre website lädt | ihre webseite lädt |
    ihre homepage ist | bei google kaum | bei google nicht | bei google weiter | bei google gefunden |
    bei google ganz oben | bei google auf | auf seite 1 | auf seite eins | google ranking | besser gefunden |
    sichtbarkeit bei | verlieren sie kunden | entgehen ihnen | neukunden gewinn* | qualifizierte anfragen |
    exklusive anfragen | exklusive leads | über einen verkauf | über den verkauf | verkauf nachdenken |
    verkauf ihrer immobilie | verkauf ihres hauses | verkauf ihrer wohnung | suchen wir in ihrer |
    suche in ihrer straße | in ihrer nachbarschaft | in ihrer gegend | in ihrem viertel | bei ihnen in der straße |
    bei ihnen um die ecke | bei ihnen in der gegend | vorgemerkte* | solvente käufer | kostenlose bewertung |
    marktwert ihrer | was ihre immobilie | was ihr haus | was ihre wohnung | noch freie kapazitäten |
    noch kapazitäten | noch zwei tage frei | noch termine frei | ohne anfahrtskosten | anfahrt kostenlos |
    kurz durchklingeln | einfach durchklingeln | kostenloser dachcheck | dachrinnenreinigung | fensterwartung |
    unverbindlich vorbei | unverbindlich ansehen | unverbindlich anschauen | kostenlose besichtigung |
    kostenlos und unverbindlich | unverbindliches angebot | günstige raten | laderaum frei | freien laderaum |
    ladungen ab | haben sie ladung* | verifizierte kontakte | meine letzte mail gesehen | meine letzte mail unter* |
    letzte mail untergegangen | noch mal kurz nachhaken | nochmal kurz nachhaken | noch einmal nachhaken |
    kurz nachfassen | für sie ein thema | bei ihnen ein thema | dann lasse ich sie | nicht weiter stören |
    nicht weiter behelligen | melde ich mich nicht mehr | letzter versuch | nach oben in ihrem postfach |
    wer bei ihnen | wer kümmert sich bei ihnen | ansprechpartner für das thema | unternehmen wie ihres |
    betriebe wie ihren | betrieben wie ihrem | firmen wie ihre | betriebskredit | unternehmenskredit | firmenkauf |
    nachfolger für ihr | gratis probe* | kostenlose probe* | probepaket | kostenloses muster | votre profil a |
    votre profil m | votre profil sur | vu votre profil | consulté votre profil | tombé* sur votre profil |
    ton profil a | vu ton profil | votre parcours m | votre parcours a | votre parcours sur | ton parcours |
    a retenu mon attention | m a interpellé* | à l écoute d opportunités | à l écoute de nouvelles |
    ouvert* à de nouvelles | j accompagne une | j accompagne un client | un de mes clients | l un de mes clients |
    un de mes clients recherche | pour le compte d un client | pour le compte de mon client | tombant sur votre site |
    tombé* sur votre site | vu votre site | visité votre site | visitant votre site | parcouru votre site |
    parcourant votre site | regardé votre site | analysé votre site | votre site met | votre site n est pas |
    votre site n apparaît | votre site internet n | refonte de votre site | votre fiche google | sur google vous |
    première page de google | première page google | vous perdez des clients | perdez des clients | article invité |
    article sponsorisé | échange de liens | rendez vous qualifiés | prospects qualifiés | leads qualifiés |
    vendu ... dans votre rue | vendu ... votre rue | dans votre secteur | dans votre commune | dans votre résidence |
    près de chez vous | valeur de votre bien | valeur actuelle de votre | combien vaut votre | vendre votre bien |
    vendre votre maison | vendre votre appartement | pensez à vendre | songez à vendre | envisagez de vendre |
    estimation offerte | estimation gratuite | acheteurs en attente | acheteurs sérieux | rachat de votre |
    céder votre entreprise | on intervient dans | nous intervenons dans | nous intervenons sur |
    nous serons dans votre | sommes de passage | déplacement offert | déplacement gratuit | diagnostic gratuit |
    devis offert | passer voir sans | passer voir gratuitement | sans engagement de votre | tarifs fret |
    expéditions à venir | expéditions prévues | chargements à | camions disponibles | contacts vérifiés |
    emails vérifiés | me permets de vous relancer | remonter mon mail | remonter mon message | remonter ce mail |
    dernière relance | relance une dernière | relancer une dernière | est ce un sujet | un sujet pour vous |
    ne vous dérangerai plus | ne vous importunerai | pas la bonne personne | si vous n êtes pas la bonne |
    si vous n êtes pas le bon interlocuteur | qui s occupe chez vous | entreprises comme la vôtre |
    commerces comme le vôtre | restaurants comme le vôtre | structures comme la vôtre | vos factures d énergie |
    facture d électricité de votre | financement professionnel | prêt professionnel | coffret découverte |
    dégustation offerte | je me permets de vous contacter | je me permets de vous écrire car |
    je me permets de vous écrire | he visto tu perfil | he visto su perfil | vi tu perfil | vi su perfil |
    tu perfil en | su perfil en | tu perfil me | su perfil me | tu perfil encaja | encontré tu perfil |
    encontré su perfil | tu experiencia encaja | me ha llamado la atención | me llamó la atención | encajarías |
    encajaría muy bien | abierto a nuevas | abierta a nuevas | abierto a escuchar | abierta a escuchar |
    escuchar ofertas | un cliente mío busca | uno de mis clientes | para uno de nuestros clientes | visto su web |
    vi su web | mirando su web | visité su página | vi su página | visitando su página | revisé su página |
    revisando su web | analizado su web | su página web no | su web no | no aparecen en google |
    no aparece en google | no sale en google | no salen en google | primera página de google | pierde clientes |
    perdiendo clientes | artículo patrocinado | intercambio de enlaces | citas cualificadas | reuniones cualificadas |
    contactos cualificados | prospectos calificados | en vuestra zona | por su colonia | en su colonia |
    en su urbanización | vendido ... en su | quiere vender su | vender su piso | vender su casa | vender su vivienda |
    vender su propiedad | valoramos su | valoración gratuita | tasación gratuita | cuánto vale su |
    valor de su vivienda | valor de su propiedad | comprador para su | hipoteca concedida | sin compromiso ninguno |
    sin ningún compromiso | sin compromiso alguno | estamos por la zona | estaremos por la zona | estaremos en su |
    presupuesto gratis | presupuesto gratuito | visita gratuita | revisión gratuita | les hacemos precio |
    le hacemos precio | limpieza de canalones | nuestra tarifa de | tarifa de flete | carga disponible |
    camiones disponibles | correos verificados | contactos verificados | retomo mi correo | retomo el correo |
    retomo este correo | subo este correo | subir este correo | última vez que le | sin respuesta suya |
    no le molesto más | no te molesto más | no insisto más | dejo de insistir | no es la persona |
    si no es usted la persona | empresas como la suya | negocios como el suyo | empresas como la tuya |
    negocios como el tuyo | factura de la luz de su | financiación para su | crédito para su | muestra gratuita |
    me pongo en contacto con usted porque | me pongo en contacto contigo porque | ho visto il tuo profilo |
    ho visto il suo profilo | visto il tuo profilo | visto il suo profilo | il tuo profilo mi | il suo profilo mi |
    tuo profilo su | suo profilo su | trovato il tuo profilo | trovato il suo profilo | tuo percorso |
    suo percorso professionale | ha attirato la mia attenzione | un azienda che seguo | azienda mia cliente |
    per conto di un cliente | aperto a nuove | aperta a nuove | valutare nuove | visto il vostro sito |
    visitato il vostro sito | guardando il vostro sito | navigando sul vostro | sul vostro sito ho |
    il vostro sito non | il suo sito non | analizzato il vostro | vostro sito è | vostro sito impiega |
    non compare su google | non appare su google | non comparite su google | non compare nelle prime |
    prima pagina di google | primi su google | perdete clienti | perde clienti | appuntamenti qualificati |
    contatti qualificati | guest post | scambio link | articolo sponsorizzato | nella sua via | nella vostra via |
    nella sua zona | nella vostra zona | nel suo palazzo | nel suo condominio | nel suo quartiere |
    nel vostro quartiere | venduto ... nella sua | pensa di vendere | vendere la sua casa | vendere il suo immobile |
    vendere il suo appartamento | il suo immobile | valutazione gratuita | valutazione senza | quanto vale la sua |
    quanto vale il suo | acquirente per | siamo nella vostra | saremo nella vostra | uscita compresa |
    uscita gratuita | sopralluogo gratuito | preventivo senza impegno | senza alcun impegno | niente impegno |
    mi faccia uno squillo | fatemi uno squillo | pulizia grondaie | tariffe di nolo | spedizioni in programma |
    spedizioni in partenza | elenco visitatori | contatti verificati | email verificate |
    avuto modo di leggere la mia mail | avuto modo di leggere la mia | avuto modo di vedere la mia mail |
    riporto in alto | riporto su la mia mail | mi rifaccio vivo | mi rifaccio viva | non la disturbo più |
    non la disturberò | non vi disturberò | non fosse di interesse | se non è lei la persona | se non siete voi |
    chi si occupa da voi | chi segue da voi | aziende come la vostra | aziende come la sua | attività come la vostra |
    finanziamento per la | liquidità per | campione gratuito | degustazione gratuita | mi permetto di contattarla |
    mi permetto di scriverle | mi permetto di disturbarla | ci permettiamo di contattarvi |
    ci permettiamo di scrivervi | ci permettiamo di presentar* | vi o seu perfil | vi seu perfil | vi o teu perfil |
    cheguei ao seu perfil | encontrei seu perfil | encontrei o seu perfil | seu perfil chamou | seu perfil no |
    o teu perfil | sua trajetória | sua experiência chamou | chamou minha atenção | um cliente nosso procura |
    um cliente meu | para um cliente nosso | apoiar um cliente | aberto a novas | aberta a novas | aberto a ouvir |
    vi o seu site | visitei o seu site | visitei seu site | analisei o seu site | analisei seu site | seu site não |
    seu site demora | o vosso site | não aparece no google | não aparecem no google | primeira página do google |
    topo do google | perdendo clientes | leads qualificados | reuniões qualificadas | artigo patrocinado |
    troca de links | no seu condomínio | na sua zona | na vossa rua | na vossa zona | vender ... no seu prédio |
    vender um apartamento no seu | vender o seu imóvel | vender seu imóvel | vender a sua casa |
    avaliação sem custos | avaliação gratuita | quanto vale o seu | quanto vale a sua | estaremos na sua |
    estamos na sua região | orçamento sem compromisso | sem compromisso nenhum | sem qualquer compromisso |
    deslocação gratuita | deslocação incluída | limpeza de caleiras | limpeza de calhas | tarifas de frete |
    algum embarque | caminhões disponíveis | camiões disponíveis | lista de visitantes | e mails verificados |
    contatos verificados | subir este e mail | subir esse e mail | subindo este | subindo esse | retomando meu |
    retomando o meu | sem resposta da sua | não incomodo mais | não vou incomodar | não for o momento |
    deixo para o próximo | não for a pessoa | não é a pessoa | empresas como a sua | negócios como o seu |
    empresas como a vossa | fatura da energia | crédito para sua | amostra grátis | amostras grátis |
    amostra gratuita | tomo a liberdade de | venho por este meio apresentar | gostaria de apresentar a minha |
    je profiel op | uw profiel op | je profiel sprak | jouw profiel | je profiel gezien | uw profiel gezien |
    je profiel tegen | achtergrond sprak me | achtergrond spreekt me | jouw achtergrond | een klant van mij zoekt |
    voor een opdrachtgever | open voor iets nieuws | open voor een kort | open voor een gesprek | openstaat voor |
    sta je open voor | staat u open voor | uw website bekeken | op uw website | jullie website tegen |
    uw website tegen | uw website laadt | uw website is | uw website wordt | pagina 1 van google |
    bovenaan in google | hoger in google | klanten mis | loopt u klanten | lopen jullie klanten | exclusieve leads |
    gekwalificeerde leads | gekwalificeerde afspraken | gastblog | linkruil | gesponsord artikel | bij u om de hoek |
    verkochten wij | kijkers over | wat uw woning | wat uw huis | uw woning nu waard | waarde van uw woning |
    uw woning verkopen | uw huis verkopen | verkopen van uw | overweegt u te verkopen | plannen om te verkopen |
    verkoopplannen | gratis waardebepaling | kandidaat kopers | serieuze kopers | gratis langs | vrijblijvend langs |
    vrijblijvend langskomen | geheel vrijblijvend | vrijblijvende offerte | gratis offerte | gratis inspectie |
    geen voorrijkosten | zonder voorrijkosten | belletje is genoeg | goten leegmaken | dakgoten reinig* |
    vracht vanaf | zendingen gepland | lading beschikbaar | laadruimte | bezoekerslijst | bovenaan je inbox |
    bovenaan uw inbox | iets wat bij jullie speelt | speelt dit bij | speelt dit nu | niet meer lastig |
    val ik je niet | val ik u niet | niet de juiste persoon | wie gaat er bij jullie over | wie gaat bij jullie over |
    ondernemers zoals | energierekening van uw | zakelijke lening | gratis proef* | proefpakket | gratis sample* |
    gratis monster* | twój profil na | pani profil | pana profil | na twój profil | trafił* na twój |
    trafił* na pani | trafił* na pana | pani doświadczenie | pana doświadczenie | zwrócił* moją uwagę |
    mój klient szuka | dla mojego klienta | otwart* na nowe | otwart* na zmian* | otwart* na propozycje |
    otwart* na rozmowę | rozważa* zmian* prac* | zainteresować projekt | zainteresować propozycja |
    zainteresować oferta | na państwa stron* | państwa strona pojawi* | państwa strona nie | państwa stronę |
    państwa strony | państwa witryn* | przejrzał* państwa | przeanalizował* państwa | krótką analizę |
    bezpłatny audyt | pierwszej stronie google | pierwszą stronę google | stronie wyników | w wynikach google |
    wyżej w google | tracą państwo klientów | tracicie klientów | tracą państwo | więcej rezerwacji | więcej zapytań |
    kwalifikowane leady | artykuł sponsorowany | wymiana linków | na pana osiedlu | na pani osiedlu |
    na państwa osiedlu | na państwa ulicy | na pana ulicy | w państwa okolicy | w państwa bloku |
    myśli pan o sprzedaży | myśli pani o sprzedaży | myślą państwo o sprzedaży | rozważa pan sprzedaż |
    rozważają państwo sprzedaż | bezpłatnie wycenimy | bezpłatną wycenę | ile warte jest | płaci gotówką |
    kupujący gotówkow* | poszukujemy mieszkania | będziemy w państwa | dojazd gratis | dojazd w cenie |
    bezpłatny dojazd | bezpłatne oględziny | niezobowiązując* | mycie elewacji | stawki frachtowe | stawki frachtu |
    wolne pojazdy | lista wystawców | zweryfikowane kontakty | baza kontaktów | podbijam poprzedni* | podbijam swoj* |
    podbijam mail* | zginąć w natłoku | zaginąć w natłoku | umknęła państwu | temat jest dla państwa |
    temat jest aktualny | jeśli temat nie | ostatnia wiadomość ode mnie | nie jest pan właściwą | niewłaściwa osoba |
    właściwą osobą | kto u państwa | kto w państwa firmie | z kim mogę porozmawiać | firmom takim jak |
    firmy takie jak | firmach takich jak | rachunki za prąd | umowę na prąd | finansowanie dla firm |
    kredyt dla firm | darmowa próbka | darmowe próbki | bezpłatna próbka | bezpłatne próbki | pozwalam sobie napisać |
    pozwalam sobie skontaktować | увидел* ваше резюме | увидел* ваш профиль | нашел ваше резюме | нашла ваше резюме |
    нашел ваш профиль | нашла ваш профиль | наткнул* на ваш* | ваш профиль на | заинтересовал ваш |
    заинтересовало ваше | ваш опыт нам | рассматриваете предложения | рассматриваете новые | открыты к предложениям |
    открыты к новым | ищу для клиента | для нашего клиента ищу | мой клиент ищет | зашел на ваш сайт |
    зашла на ваш сайт | посмотрел* ваш сайт | изучил* ваш сайт | проанализировал* ваш сайт | был на вашем сайте |
    была на вашем сайте | на вашем сайте нашл* | на вашем сайте нет | ваш сайт не | ваш сайт долго |
    ваш сайт медленно | ошибок на вашем сайте | вы теряете клиентов | теряете клиентов | теряете заявки |
    теряете деньги | в топ яндекса | бесплатный аудит | аудит сайта | целевые заявки | гостевая статья |
    обмен ссылками | в вашем жк | у вас по соседству | не планируете продавать | планируете продавать |
    думаете о продаже | продать вашу квартиру | продаже вашей | вашу недвижимость | оценим бесплатно |
    бесплатная оценка | бесплатно оценим | сколько стоит ваша | покупатель именно | выйти на сделку |
    выход на сделку | осмотр бесплатно | бесплатный осмотр | выезд бесплатно | бесплатный выезд | бесплатный замер |
    замер бесплатно | выезд бесплатный | работаем рядом | будем в вашем | чистка водостоков | чистка кровли |
    ставки на фрахт | ставка фрахта | попутный груз | база контактов | базу контактов | проверенные контакты |
    поднимаю письмо | поднимаю свое письмо | подниму письмо | напоминаю о себе | не получил* от вас ответа |
    тема неактуальна | неактуально дайте | не буду больше | больше не побеспокою | кто у вас занимается |
    кто у вас отвечает | с кем можно обсудить | таким компаниям как | компаний вроде вашей | компаниям вроде |
    расходы на электро* | кредит для бизнеса | финансирование бизнеса | бесплатный образец | бесплатные образцы |
    бесплатный пробник | позвольте представить | profilinizi gördüm | profilinizi inceledim | profilinizi linkedin |
    profiliniz dikkatimi | profiliniz ilgimi | profilinize rastladım | profilini gördüm | profilin dikkatimi |
    özgeçmişinizi gördüm | özgeçmişinizi inceledim | sizin deneyiminizde | deneyiminiz dikkatimi |
    çalıştığım bir firma | müşterim olan | danışanımız | yeni fırsatlara açık | iş değişikliği düşün* |
    sitenizi inceledim | sitenizi ziyaret | sitenize baktım | web sitenizi | web siteniz | internet sitenizi |
    internet siteniz | siteniz çok yavaş | siteniz google da | google da çıkm* | google da görünm* |
    google da bulunm* | google da ilk | ilk sayfaya | müşteri kaybed* | müşteri kaçır* | nitelikli müşteri |
    ücretsiz rapor | ücretsiz analiz | tanıtım yazısı | sokağınızdaki | mahallenizde | mahallenizdeki |
    sitenizde ... alıcı* | nakit alıcı* | alıcımız var | alıcımız hazır | alıcılarımız | satmayı düşün* |
    satmayı planl* | evinizi sat* | evinizin değer* | dairenizi sat* | dairenizin değer* | mülkünüz* |
    ücretsiz değerleme | ücretsiz ekspertiz | keşif ücretsiz | ücretsiz keşif | ücretsiz kontrol | oluk temizliği |
    çatı bakımı | çatı onarımı | işçilik garantili | bölgenizdeyiz | bölgenizde olacağız | navlun fiyat* |
    konteyner fiyat* | yükünüz var mı | haftalık sefer | ziyaretçi listesi | mailime dönüş alamadım ... gündem* |
    gündeminizde mi | tekrar hatırlatayım | rahatsız etmeyeceğim | son kez yazıyorum | son denemem | doğru kişi siz |
    bu konuyla kim | sizin gibi firma* | sizin gibi işletme* | elektrik faturanız* | enerji maliyet* | kredi imkân* |
    işletme kredisi | ücretsiz numune | ücretsiz deneme | kendimizi tanıtmak | firmamızı tanıtmak |
    プロフィールを拝見 | ご経歴を拝見 | 経歴を拝見 | レジュメを拝見 | プロフィールを見て | ご転職を | 転職をお考え |
    非公開求人 | 年収800万〜 | カジュアル面談 | カジュアルにお話 | サイトを拝見 | ホームページを拝見 | hpを拝見 |
    ウェブサイトを拝見 | 店舗を拝見 | インスタを拝見 | もったいないと感じ | 検索で上位 | 上位表示 | 無料診断 |
    無料の診断 | 診断レポート | 無料相談 | リード獲得 | 突然のメール | 突然のお便り | 初めてご連絡 | 初めてメール |
    初めてのご連絡 | ご近所で工事 | 近くで工事 | 近隣で工事 | 近隣で作業 | お近くで工事 | 無料点検 | 点検は無料 |
    無料で点検 | 無料見積 | 見積もり無料 | 見積無料 | お見積り無料 | 現地調査無料 | 売却をお考え | 売却をご検討 |
    ご売却 | 売却のご予定 | 査定は無料 | 無料査定 | 査定無料 | お探しのお客様 | 探されているお客様 |
    お住まいのマンション | お住まいの地域 | 海上運賃 | 運賃のご案内 | 出荷のご予定 | 来場者リスト | ご興味がなければ |
    最後のご連絡 | 同業他社 | 電気代の削減 | 電気料金の削減 | 無料サンプル | サンプルをお送り | 無料トライアル |
    お試しセット | 貴社サイト | 御社サイト | 看到您的简历 | 看到您的簡歷 | 看到您的履歷 | 看了您的简历 |
    看到你的简历 | 我手上的 | 看机会 | 看新机会 | 考虑新机会 | 匹配度 | 刚看了贵司 | 看了贵司 | 看了贵公司 |
    浏览了贵 | 看了您的网站 | 看了你们的网站 | 看了您的店 | 贵司网站 | 贵司官网 | 您的官网 | 首页排名 | 百度首页 |
    流失客户 | 流失不少 | 流失了 | 获客 | 獲客 | 精准客户 | 诊断报告 | 免费诊断 | 免費診斷 | 免费体检 | 隔壁小区 |
    隔壁施工 | 贵小区 | 贵社区 | 免费上门 | 免費到府 | 免费勘察 | 免费测量 | 免费检测 | 质保五年 | 您家附近 | 您小区 |
    您的小区 | 您社区 | 您的房子 | 您名下 | 有意出售 | 考虑出售 | 考慮出售 | 考虑卖 | 免费估价 | 免費估價 | 诚意客户 |
    买家在找 | 客户在找 | 有客户想买 | 出货计划 | 走货 | 回程车 | 参展商名单 | 观众名单 | 不再打扰 | 不打扰您 |
    发您的资料 | 没需求也 | 暂时没需求 | 没有需求也 | 暂无需求 | 回个1 | 扣1 | 您的同行 | 节能改造 | 企业贷款 |
    经营贷 | 免费试用 | 免費試用 | 免费寄样 | 工厂直销 | 厂家直销 | 源头工厂 | 我司专业 | 프로필 보고 |
    프로필을 보고 | 프로필 확인하고 | 이력서 보고 | 이력서를 보고 | 이력 보고 | 경력이 딱 | 경력이 잘 | 경력과 잘 |
    이직 의향 | 관심 있으실 것 같아 | 홈페이지를 보고 | 홈페이지 보고 | 홈페이지를 살펴 | 사이트를 보고 |
    사이트 방문 | 검색해 보니 | 검색해보니 | 상위 노출 | 상위노출 | 3페이지에 | 노출이 안 | 고객을 놓치 | 매출을 올 |
    문의를 늘 | 진단 리포트 | 무료 진단 | 무료로 진단 | 무료 분석 | 무료 컨설팅 | 무료 상담 | 블로그 체험단 |
    광고 대행 | 마케팅 대행 | 인근 현장 | 가는 김에 | 무료 점검 | 무료로 점검 | 무료로 옥상 | 무료 견적 | 견적 무료 |
    무료 방문 | 출장비 무료 | 매물을 찾 | 매물 찾는 | 매수 대기 | 매수자가 | 매도 생각 | 매도 의향 | 파실 생각 |
    같은 동 매물 | 시세 무료 | 무료로 시세 | 무료 감정 | 해상 운임 | 참관객 명단 | 참가자 명단 | 다시 메일 드립니다 |
    관심 없으시면 | 필요 없으시면 | 더 이상 연락 | 마지막으로 연락 | 담당자가 아니시 | 어느 분께 | 갑작스러운 연락 |
    갑작스럽게 연락 | 처음 인사드립니다 | 불쑥 연락 | 전기요금 절감 | 정책자금 | 사업자 대출 | 무료 샘플 | 무료 체험 |
    공장 직영 | your website ... don t do | doesn t do your work justice | don t do your work justice |
    do you justice | lesen sich wie | ihre fotos | ne rendent pas justice | vos photos ne | sus textos no |
    los textos de la web | sus fotos no | i vostri testi | i testi del sito | le vostre foto | os vossos textos |
    os textos do site | as vossas fotos | de teksten op | teksty na stronie | na zdjęciach tego | тексты так себе |
    sitedeki yazılar | fotoğraflar hakkını | サイトの文章 | 写真で損 | 文章で損 | 网站文字 | 拍得太可惜 |
    홈페이지 글이 | 사진이 아쉬 | 글이 아쉽 | your postcode has been selected | your home has been selected |
    only 12 homes left | spots left this | drove past | was driving past | walked past your | bin ich vorbeigekommen |
    bin an ihr* ... vorbei | im vorbeifahren | en passant devant | je suis passé* devant | pasé por delante |
    pasando por delante | passando davanti | sono passato davanti | passei em frente | passei à porta |
    fietste langs | reed langs | kwam langs uw | przejeżdżał* obok | przechodził* obok | проезжал* мимо |
    проходил* мимо | önünden geçerken | 前を通りかか | 路过你们 | 路过贵 | 路过您 | 지나가다 보니 | 지나가다가 보니 |
    was zahlen sie | wie viel zahlen sie | combien payez vous | cuánto paga hoy | cuánto pagan | quanto paga oggi |
    quanto pagate | quanto paga hoje | wat betaalt u nu | ile płacą państwo | по какому тарифу платите |
    ne ödüyorsunuz | 月々いくら | 现在电费多少 | 얼마 내고 계 | we re in the area | we are in the area |
    i m in the area | area next week | area this week | name came up | site isn t | if you are thinking of selling |
    if you re thinking of selling | está pensando en vender | sta pensando di vendere | state pensando di vendere |
    já pensou em vender | está a pensar vender
    """
)
"""What only a stranger says who wants to sell: the reader's site, profile, house or street, and that he asks again."""

SOUNDING: Final = phrases_in(
    """
    losing traffic | your background is | your experience with ... client | free valuation | cash buyer* |
    working nearby | free estimates | without obligation | any shipment | any cargo | any shipments | freight rate* |
    ocean freight | sea freight | air freight rate* | shipping rate* | 40hq | 40hc | 20gp | freight forwarder |
    competitive price | competitive prices | verified contacts | share the cost | share the pricing |
    should i assume | not a priority right now | bad timing | wrong person | reached out last week |
    reached out a few | wanted to reach out | out of the blue | more leads | how are you currently | energy bills by |
    working capital | free sample* | google bewertungen | gastbeitrag | verlieren kunden | mehr anfragen |
    mehr kunden | neue kunden gewinnen | mehr patienten | mehr bewerber | ihre immobilie | in ihrer straße |
    in ihrem ort | bei ihnen in der nähe | kaufinteressent* | freie termine | anfahrt inklusive | frachtraten |
    seefracht | rückladung* | teilnehmerliste* | besucherliste* | adressdaten | nachfassen | gerade kein thema |
    derzeit kein thema | kurzes nein | kurzes ja | energiekosten | stromkosten | stromvertrag | référencement |
    trouver des clients | nouveaux clients | plus de clients | plus de réservations | dans votre rue |
    dans votre quartier | dans votre immeuble | votre voisin | vos voisins | projet de vente | acquéreurs |
    démoussage | ramonage à partir | taux de fret | fret maritime | liste des participants | liste des visiteurs |
    fichier de contacts | permets de revenir vers | pas d actualité | pas le bon moment | le bon interlocuteur |
    bon interlocuteur | qui s occupe de | qui gère | échantillon gratuit | échantillons gratuits | tu trayectoria |
    su trayectoria | tarda en cargar | primeras posiciones | posicionamiento | pierden clientes | más clientes |
    nuevos clientes | clientes potenciales | más reservas | en su calle | en tu calle | por su zona | en su edificio |
    en su barrio | en el edificio de al lado | pensado en vender | compradores | pago al contado | buen precio |
    mejor precio | impermeabiliza* | fletes | flete marítimo | algún embarque | embarques | salidas semanales |
    listado de asistentes | lista de asistentes | base de datos de | último correo | no es el momento |
    no es buen momento | no es prioridad | la persona adecuada | persona correcta | quién lleva | quién se encarga |
    restaurantes como | factura eléctrica | muestra gratis | muestras gratis | mi ha colpito | un mio cliente |
    nuove opportunità | prime pagine | posizionamento | perdendo clienti | più clienti | nuovi clienti |
    più prenotazioni | nel palazzo accanto | vendere casa | acquirenti | siamo in zona | saremo in zona |
    di passaggio | noli marittimi | nolo mare | camion disponibili | lista partecipanti | elenco dei partecipanti |
    ultimo tentativo | non è il momento | non è il momento giusto | con chi posso parlare | ristoranti come il |
    bolletta della luce | costi energetici | campioni gratuiti | seu percurso | me chamou a atenção | novos desafios |
    novas oportunidades | entrei no site | perde clientes | perder clientes | mais clientes | novos clientes |
    mais reservas | mais pacientes | na sua rua | no seu prédio | no seu bairro | na sua região | aí na rua |
    no prédio ao lado | no prédio vizinho | seu imóvel | o seu imóvel | comprador para | frete marítimo |
    cargas para | lista de participantes | última tentativa | último e mail | não é o momento | a pessoa certa |
    quem cuida d* | quem trata d* | quem é o responsável | conta de luz da | conta de energia | capital de giro |
    jouw ervaring | uw ervaring | sprak me aan | jullie site | uw site | in google | op google | eerste pagina |
    vindbaarheid | beter gevonden | meer klanten | nieuwe klanten | meer aanvragen | meer reserveringen | leads per |
    leads zijn | aanvragen voor | in uw straat | bij u in de straat | bij u in de buurt | in uw buurt | in uw wijk |
    in uw gebouw | zeevracht | vrachttarieven | deelnemerslijst | geverifieerde | nog niets terug gehoord |
    hoorde nog niets terug | vorige mail gezien | mijn vorige mail | mijn laatste mail | nog één keer |
    met rust laten | niet het juiste moment | geen goed moment | laatste poging | de juiste persoon bent |
    wie regelt bij | restaurants zoals | energiecontract | werkkapitaal | twój profil | twoje doświadczenie |
    pozycjonowani* | więcej klientów | nowych klientów | nowi klienci | kwalifikowanych | leady | w państwa budynku |
    w pana bloku | w pani bloku | obok państwa | o sprzedaży mieszkania | sprzedaży domu | szukamy mieszkania |
    szukamy domu | będziemy w okolicy | jesteśmy w okolicy | wolne terminy | czyszczenie rynien | fracht morski |
    jakieś ładunki | ładunki do | wolne auta | lista uczestników | listę uczestników | bazę kontaktów | umknąć |
    temat nieaktualny | nie będę więcej | nie będę już | ostatnia próba | koszty energii | на руки | топ 10 | топ 3 |
    в топе | первую страницу | первой странице | продвижени* | больше клиентов | новых клиентов | поток клиентов |
    больше заявок | лидов | лиды | в ваш дом | в вашем доме | в вашем подъезде | на вашей улице | в вашем районе |
    в соседнем доме | хотите продать | вашу квартиру | есть покупатель | есть покупатели | морской фрахт |
    есть ли груз* | есть грузы | свободные машины | свободная машина | список участников | писал вам на прошлой |
    писала вам на прошлой | писал вам ранее | писала вам ранее | тема не актуальна | если неактуально |
    если не актуально | руки не дошли | не буду беспокоить | последняя попытка | если не вы | не по адресу |
    оборотные средства | yeni fırsatlara | fırsatlara açık | ilk sayfada | üst sıralar* | daha fazla müşteri |
    yeni müşteri* | daha çok müşteri | daha fazla rezervasyon | backlink | sokağınızda | apartmanınızda | binanızda |
    yan binada | yan sokakta | komşu binada | satmak ister | navlun | yükünüz | yük var mı | boş araç* |
    katılımcı listesi | doğrulanmış | gündeminizde | araya kaynamış | gözünüzden kaçmış | tekrar hatırlatmak |
    rahatsız etmeyeyim | sizi rahatsız etmek* | doğru kişi değil* | kim ilgileniyor sizde | ご経験が | ご経歴に |
    検索順位 | 集客 | 新規顧客 | 見込み客 | 改善案 | 改善点を | アポイント | 突然失礼 | 雨樋 | 購入希望 | 買い手 |
    お宅の | 貨物 | 空車 | 参加者リスト | 企業リスト | 再度ご連絡 | 行き違い | ご不要でしたら | 不要でしたら |
    ご放念ください | 担当の方に | ご担当者様 | どなたに | 資金調達 | 您的背景 | 您的經歷 | 手上有个 | 手上有一个 |
    手上有個 | 考虑机会 | 新的机会 | 非常匹配 | 关键词 | 關鍵字 | 排名 | 搜不到 | 客户资源 | 引流 | 附近施工 |
    附近小区 | 想卖房 | 全款客户 | 海运价 | 海運價 | 运价 | 運價 | 订舱优惠 | 舱位 | 艙位 | 有货出 | 有貨出 | 空车 |
    名录 | 客户名单 | 打扰了 | 再打扰 | 同行都 | 电费 | 资金周转 | 免费样品 | 免費樣品 | 我司是 | 我们是一家 |
    적합하실 | 제안드리고 | 이직 생각 | 이직 고려 | 고객사에서 | 고객사의 | 1페이지 | 신규 고객 | 매출 상승 | 체험단 |
    옆 단지 | 옆 건물 | 근처 현장 | 근처에서 작업 | 평당 | 내놓으실 | 운임 안내 | 운임표 | 선적 계획 | 선적 예정 |
    화물 있으 | 공차 | 기업 리스트 | 담당자 db | 다시 한번 올립니다 | 다시 연락드립니다 | 메일 확인하셨 |
    담당하시는 분 | 처음 뵙 | 동종 업계 | 같은 업종 | 운영자금 | 샘플 보내 | 贵公司网站 | 貴公司網站 | ihre texte |
    ihren texten | vos textes | jullie teksten | ваши тексты | geen recht | 差点意思 | had a look at your website |
    took a look at your website | looked at your website | looking at your website | thinking of selling |
    thinking about selling | considered selling | auf eure website | auf eure seite | mirando tu web | tu web no |
    visto vuestra web | vi vuestra web | vuestra web no | mirando vuestra web | pensando en vender | vender tu piso |
    il tuo sito non | pensando di vendere | pensato di vendere | pensa em vender | pensando em vender |
    pensou em vender | a pensar vender | vi seu site | entrei no seu site | olhando o site | je website bekeken |
    jullie website bekeken | op jullie website gekeken | jullie website laadt | denkt u aan verkopen |
    думали о продаже | sitenizi gördüm | na waszą stronę | waszą stronę | wasza strona | no salís en google |
    site de vocês | vi o site de vocês | vi o instagram | vi seu instagram | vocês não aparecem | my last note |
    my last message | my earlier note | my previous email | my previous note | my note from | my email from last |
    get buried | got buried | slipped past you | i wrote two weeks | i wrote last week | wrote to you last |
    second email | second time | haven t heard back from you | in case you missed my | meine letzte mail |
    meine letzte nachricht | meine mail von letzter | meine mail vom | hake noch mal | hake nach |
    noch mal kurz nach | nachgehakt | untergegangen | mon précédent mail | mon dernier mail | mon mail de |
    ma précédente | passé entre les mailles | je reviens vers vous | je me permets de vous relancer | relance |
    mi correo anterior | mi último correo | mi anterior correo | mi correo del | le escribí | te escribí hace |
    retomo mi | por si no lo | mia mail di | mia precedente | mia ultima mail | mi ricollego | alla mia di |
    torno a scriver* | non ho avuto riscontro | meu e mail anterior | meu último e mail | minha última mensagem |
    não tive resposta | não obtive resposta | retomando | mijn vorige | mijn laatste mail | mijn mailtje van |
    geen reactie gekregen | nog één poging | nog even over | poprzednią wiadomość | poprzedni mail |
    poprzedniego maila | piszę ponownie | przypominam się | wracam do | прошлое письмо | предыдущее письмо |
    прошлого письма | пишу второй раз | пишу повторно | не получил ответа | не получила ответа | önceki mailim* |
    geçen hafta gönderdiğim | tekrar yazıyorum | 2 mail | önceki mesajım | 先日お送りした | 先日のメール |
    先週お送りした | 再度ご連絡 | 再度のご連絡 | 再送 | 上一封邮件 | 上封邮件 | 上次的邮件 | 再次打扰 | 又来打扰 |
    지난번 메일 | 지난주에 보낸 | 지난 메일 | 다시 연락 | 다시 한번 연락 | 다시 메일
    """
)
"""The same in words that people in business have other reasons to say."""
