"""Words of those who gather people: whom they speak to, and what they ask.

None of them invites by itself; together they do.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

CROWD: Final = phrases_in(
    """
    hi all | hi everyone | hi everybody | hello all | hello everyone | hello everybody | hey all | hey everyone |
    hey everybody | hey guys | hi guys | hi folks | hey folks | hello folks | dear all | dear everyone | dear friends |
    dear family | dear neighbours | dear neighbors | dear parents | dear colleagues | dear members | dear fellow |
    dear resident* | dear alumni | dear classmates | dear supporter* | dear children and | hi team | hey team |
    good morning all | good evening all | morning all | evening all | you lot | guys and gals | ladies and gentlemen |
    friends and neighbours | friends and neighbors | hi gang | hey gang | hello friends | hi friends | hey friends |
    hi neighbors | hi neighbours | sorry for the mass | mass email | group email | liebe alle | hallo alle |
    hallo zusammen | hallo ihr lieben | ihr lieben | hi zusammen | moin zusammen | servus zusammen |
    guten morgen zusammen | hallo allerseits | hallo leute | hi leute | liebe leute | liebe freund* | liebe kolleg* |
    liebe nachbar* | liebe mitglieder | liebe eltern | liebe familie | liebe verwandte* | liebe mitbewohner* |
    liebe ehemalige* | liebe vereins* | liebe gemeinde | liebe bürger* | liebe mitbürger* | liebe mitstreiter* |
    liebe interessierte | liebe studierende | an alle | rundmail | sammelmail | bonjour à tous | bonjour à toutes |
    bonjour tout le monde | salut à tous | salut à toutes | salut tout le monde | salut la compagnie | salut les amis |
    salut les copains | coucou à tous | coucou tout le monde | coucou les | hello tout le monde | chers amis |
    chères amies | chers tous | cher tous | chers collègues | chers voisins | chers parents | chers membres |
    chers adhérents | chères et chers | chère famille | mail groupé | mail collectif | à toutes et à tous |
    hola a todos | hola a tod* | hola todos | hola tod* | hola amigos | hola familia | hola chicos | hola chic* |
    hola gente | hola equipo | hola vecin* | buenas a todos | buenos días a todos | queridos amigos | queridos todos |
    queridos compañeros | queridos vecinos | queridas amigas | queridas familias | estimados amigos |
    estimados vecinos | estimados socios | estimados compañeros | estimados colegas | amigos y amigas | chicos |
    muchachos | compañeros | ciao a tutti | ciao a tutte | ciao tutti | ciao ragazzi | ciao ragazze | salve a tutti |
    buongiorno a tutti | buonasera a tutti | cari tutti | cari amici | care amiche | cari colleghi | cari soci |
    cari vicini | cari genitori | carissimi | carissime | amici e parenti | ragazzi | cari concittadini | oi gente |
    oi pessoal | oi galera | oi a todos | olá a todos | olá pessoal | olá gente | olá amigos | pessoal | galera |
    malta | bom dia a todos | boa tarde a todos | boa noite a todos | caros amigos | caras amigas | caros colegas |
    caros vizinhos | caros pais | prezados amigos | prezados colegas | prezados condôminos | turma | amigos e amigas |
    hoi allemaal | hallo allemaal | hoi iedereen | hallo iedereen | hallo mensen | lieve mensen | beste mensen |
    lieve allemaal | beste allemaal | dag allemaal | goedendag allemaal | goedemorgen allemaal | lieve vrienden |
    beste vrienden | beste collega* | beste buren | beste buurt* | beste ouders | beste leden | lieve familie |
    ha allemaal | hey allemaal | allemaal | iedereen | hoi jongens | beste mede* | cześć wszystkim | hej wszystkim |
    witam wszystkich | witajcie | dzień dobry wszystkim | hejka | kochani | drodzy przyjaciele | drodzy znajomi |
    drodzy sąsiedzi | drodzy rodzice | drodzy koledzy | drodzy członkowie | drodzy | moi drodzy | szanowni sąsiedzi |
    szanowni mieszkańcy | droga rodzino | ludziska | ekipo | słuchajcie | wszystkim | всем привет | привет всем |
    привет друзья | здравствуйте все | добрый день всем | друзья | дорогие друзья | дорогие коллеги | дорогие соседи |
    дорогие родители | дорогие мои | дорогие одноклассники | уважаемые соседи | уважаемые жители | уважаемые родители |
    уважаемые друзья | ребята | ребят | товарищи | herkese merhaba | merhaba arkadaşlar | selam arkadaşlar |
    arkadaşlar | sevgili arkadaşlar | sevgili dostlar | değerli arkadaşlar | sevgili komşular | değerli komşular* |
    sevgili aile* | selam millet | millet | gençler | değerli veliler | sevgili veliler | değerli üyeler* |
    değerli hemşehri* | sevgili mezun* | dostlar | merhabalar herkese | herkese selam | kıymetli | 皆さん | 皆様 |
    皆さま | みなさん | みなさま | みんな | 各位 | 同窓生 | 保護者の皆 | 町内の皆 | ご近所の皆 | 会員の皆 | 大家好 |
    大家 | 各位朋友 | 各位同学 | 各位同學 | 各位家长 | 各位家長 | 各位邻居 | 各位鄰居 | 各位同事 | 各位亲友 |
    各位親友 | 各位老师 | 各位业主 | 各位居民 | 各位街坊 | 朋友们 | 朋友們 | 同学们 | 同學們 | 亲爱的朋友 |
    親愛的朋友 | 伙伴们 | 夥伴們 | 家人们 | 兄弟们 | 姐妹们 | 여러분 | 모두들 | 모두 안녕 | 다들 | 동문 여러분 |
    이웃 여러분 | 주민 여러분 | 회원 여러분 | 학부모 여러분 | 얘들아 | 애들아 | hola familias | hola vecindario |
    estimadas familias | hey leute | leute | hallo ihr | hey ihr | hey zusammen | liebe leser* | liebe reise* |
    liebe bewohner* | liebe anwohner* | liebe teilnehmer* | liebe sportfreunde | liebe musikfreunde | liebe genoss* |
    liebe geschwister | liebe verwandtschaft | hey you guys | hey peeps | hi both | hiya all | greetings all |
    greetings everyone | howdy | dear supporters | dear volunteers | dear choir | dear club | dear community |
    dear congregation | dear runners | dear team mates | bonjour les | salut les | hello les | bonsoir à tous |
    bonsoir tout le monde | bonjour la famille | chers habitants | chères habitantes | cher-e-s | bonjour à tou* |
    hola a toda la | hola compañer* | hola famili* | hola socios | buenas tardes a todos | buenas noches a todos |
    estimados padres | estimados colegiados | querida comunidad | queridos socios | familia querida | ciao belli |
    ciao amici | ciao gente | ciao squadra | care famiglie | cari ragazzi | cari compagni | cari parenti |
    gentili famiglie | gentili condomini | gentile concittadin* | gentili soci | cari lettori | olá família |
    oi família | oi turma | fala galera | fala pessoal | e aí galera | queridos vizinhos | caros sócios |
    caros condóminos | caros moradores | prezados moradores | prezados pais | lieve buren | lieve collega* | ha die |
    hey jongens | beste sportvrienden | beste wijk* | beste bewoner* | beste dorps* | beste clubleden |
    beste koorleden | hoi team | hej ho | hej ludzie | siema | siemka | cześć ekipo | drodzy mieszkańcy |
    droga społeczności | drodzy koledzy i | szanowni rodzice | szanowni członkowie | kochana rodzinko | hej ekipo |
    привет народ | привет ребята | всем доброго | всем здравствуйте | дорогая родня | дорогие участники | коллеги |
    уважаемые члены | уважаемые собственники | земляки | selamlar | arkadaşlar merhaba | sevgili üyeler* |
    sevgili hemşehri* | değerli komşu* | değerli mezun* | kıymetli üye* | hanımlar | beyler | 皆さまへ | 皆さんへ |
    全員へ | メンバー各位 | 部員各位 | 社員各位 | 住民の皆 | 卒業生の皆 | 父母の皆 | おーい | やっほー | 亲们 |
    小伙伴 | 小夥伴 | 各位小伙伴 | 各位乡亲 | 各位校友 | 各位老同学 | 各位球友 | 各位群友 | 各位书友 | 各位鄉親 |
    亲爱的同学 | 親愛的同學 | 哈囉大家 | 嗨大家 | 嗨各位 | 모두 안녕하 | 다들 안녕 | 우리 반 | 형님들 | 언니들 |
    동네 주민 | 조합원 여러분 | 교우 여러분 | 선배님들 | 동문님들 | 회원님들
    """
)
"""Speaks to several at once who know each other, or share something."""

COMING: Final = phrases_in(
    """
    let me know if you re in | let me know if you are in | count me in | who s coming | who is coming |
    are you coming | will you come | you coming | can you come | if you re coming | if you are coming |
    if you can come | if you can make it | if you can t make it | can you make it | hope you can | hope to see |
    would love to see | love to see you | be great to see you | see you all there | see you there |
    everyone is welcome | everyone welcome | all welcome | all are welcome | anyone welcome | newcomers welcome |
    beginners welcome | partners welcome | spouses welcome | kids welcome | children welcome | families welcome |
    dogs welcome | is welcome | are welcome | very welcome | bring your | bring a friend | bring friends |
    bring a bottle | bring the kids | bring the family | bring along | bring a dish | bring a plus one | plus one |
    plus ones | come along | come and join | come join | come on down | come on over | come over and |
    come and celebrate | come celebrate | come hang | come by | come to my | come to our | drop by | swing by |
    stop by | pop in | pop by | turn up | show up | join in | get together | getting together | meet up |
    we re meeting | we are meeting | we ll meet | we meet | meets every | meet every | tell me by | let me know by |
    let us know by | rsvp by | by friday so | so i can book | so we can book | so i know how many |
    so we know how many | how many of you | how many are coming | head count | headcount | final numbers |
    put your name | add your name | sign up sheet | save yours | save your | save you a | saved you a | seat for you |
    kept a few seats | few seats | few spots | seats left | spots left | places left | places are limited |
    spaces are limited | book your place | book your seat | book a place | book a spot | grab a spot | grab your |
    get your ticket* | tickets at | tickets here | tickets from | entry is free | entrance is free | free entry |
    free admission | free to attend | no experience needed | all levels | doors open | doors at | starts at |
    kick off | kicks off | a head | per head | pay at the door | if you fancy | fancy joining | fancy coming |
    fancy a | care to join | like to join | want to come | want to join | wanna come | wanna join |
    would you be up for | would you like to come | would you like to join | hosting a | throwing a | having a party |
    having a little | we re having | i m having | i m turning | turning 30 | turning 40 | turning 50 | turns 30 |
    turns 40 | turns 50 | there s a chair | hear from you by | celebrate with us | celebrate with me |
    if you like the sound | special guest | guests of honour | guest speaker | seid ihr dabei | bist du dabei |
    wer ist dabei | wer kommt | wer mitkommt | wer mitmachen | wer lust hat | wer zeit | wer möchte | wer mag |
    lust hast | lust habt | habt ihr lust | hast du lust | habt ihr zeit | kommt ihr | kommst du | ob ihr kommt |
    ob du kommst | ob du kannst | ob ihr könnt | ob ihr dabei | sagt bescheid | sag bescheid | gebt bescheid |
    gebt mir bescheid | gebt kurz | gib kurz | meldet euch | meldet mir | melde dich bis | bescheid bis |
    rückmeldung bis | anmeldung bis | zusage bis | zu und absagen | bitte bis | bringt ... mit | bring ... mit |
    mitbringen | kommt einfach | komm einfach | komm doch | kommt doch | kommt vorbei | komm vorbei | schaut vorbei |
    schau vorbei | vorbeikommen | dazukommen | dazu kommen | mitkommen | kommt alle | kommt gern* | seid willkommen |
    sind willkommen | herzlich willkommen | willkommen sind | jeder ist willkommen | alle sind willkommen |
    alle willkommen | gäste willkommen | gäste sind | eintritt frei | eintritt ist frei | der eintritt |
    teilnahme ist kostenlos | teilnahme kostenlos | freien plätze | plätze frei | noch plätze | plätze sind begrenzt |
    begrenzte plätze | platz reservieren | platz sichern | tragt euch | trag dich | eintragen | einzutragen |
    liste eintragen | wir treffen uns | treffen wir uns | treffpunkt | wir feiern | ich feiere | feiern wir |
    feiert mit | gefeiert | werde 30 | werde 40 | werde 50 | werde 60 | freuen uns auf euch | freue mich auf euch |
    freuen wir uns auf | freue mich auf dich | freuen uns über zahlreiche | freuen uns über jeden | wäre schön wenn |
    würde mich freuen wenn | würden uns freuen wenn | für das leibliche wohl | pro person | pro kopf |
    unkostenbeitrag | gern weitersagen | kinder willkommen | mit dabei | qui vient | qui est partant* |
    vous êtes partant* | tu es partant* | t es partant* | partants | venez | viens | vous venez | tu viens |
    tu es des nôtres | être des nôtres | serez des nôtres | êtes des nôtres | êtes tou* | dispo | vous attend* |
    je vous attends | nous vous attendons | on vous attend | on t attend | vous y attend* | au plaisir de vous |
    ravis de vous | heureux de vous | heureuse de vous | plaisir de vous accueillir | comptons sur votre |
    compte sur vous | comptons sur vous | bienvenu* | tout le monde est | ouvert à tous | ouverte à tous |
    ouvert à toutes | entrée libre | entrée gratuite | entrée | sur inscription | sur réservation | inscription* |
    inscrivez vous | inscris toi | places limitées | il reste ... places | dites moi | dis moi si | dites nous |
    confirmez* | confirmer | confirme moi | prévenez moi | réponse avant | répondre avant | répondez avant |
    merci de répondre | merci de me dire | merci de confirmer | merci de vous inscrire | avant le | apportez |
    apporte | chacun apporte | ramenez | ramène | amenez | rendez vous | rdv | on se retrouve | on se voit |
    retrouvons nous | on se réunit | on fête | je fête | nous fêtons | fêter | venez fêter | célébrer | pot de départ |
    ça vous dit | ça te dit | ça te tente | ça vous tente | si le cœur vous en dit | passez | joignez vous |
    quién se apunta | quien se apunta | os apuntáis | te apuntas | se apuntan | apuntaros | apuntarse | apúntate |
    apuntaos | quién viene | quien viene | quién va | venís | venid | vente | vengan | vengas | vengáis | vienes |
    vienen | te esperamos | os esperamos | los esperamos | les esperamos | le esperamos | te espero | os espero |
    los espero | esperamos verte | esperamos veros | esperamos verlos | esperamos contar | contamos contigo |
    contamos con | bienvenid* | entrada libre | entrada gratuita | entrada gratis | abierto a todos | aforo limitado |
    plazas limitadas | cupo limitado | quedan ... plazas | inscripciones | inscripción | inscríbe* | reserva tu |
    reserve su | reservar plaza | confirmad | confirmen | confirmar asistencia | avisa* | avisad | avisen | decidme |
    díganme | dime si | me decís | me dices si | antes del | traed | trae | traigan | traer | cada uno trae |
    quedamos | nos vemos | nos juntamos | nos reunimos | celebramos | celebro | cumplo | celebrar | festejar |
    festejamos | si te apetece | si os apetece | os apetece | te apetece | si te animas | si os animáis | te animas |
    se animan | anímate | anímense | acompañ* | pásate | pasaos | preséntate | chi viene | chi c è | chi è dei nostri |
    siete dei nostri | sei dei nostri | ci siete | ci sei | venite | vieni | verrete | venire | vi aspetto |
    vi aspettiamo | ti aspetto | ti aspettiamo | la aspettiamo | aspettiamo numerosi | numerosi | speriamo di veder* |
    spero di veder* | benvenut* | ingresso libero | ingresso gratuito | ingresso | aperto a tutti | aperta a tutti |
    posti limitati | posti disponibili | iscrizioni | iscrizione | iscrivet* | prenota* | prenotazioni |
    prenotazione obbligatoria | confermat* | datemi conferma | fatemi sapere | fammi sapere | fateci sapere |
    fate sapere | ditemi | dimmi se | entro il | entro e non oltre | portate | porta | ognuno porta | ci vediamo |
    ci troviamo | ci incontriamo | ci ritroviamo | si festeggia | festeggi* | compio | se ti va | se vi va | vi va |
    ti va di | a persona | a testa | passate | quem vem | quem vai | quem topa | topa | topam | bora | vem | venham |
    vens | vêm | apareçam | apareça | aparece | espero vocês | esperamos vocês | espero por vós | esperamos por |
    contamos com | conto com | esperamos ver | bem vind* | benvindo* | são bem | entrada livre | entrada franca |
    aberto a todos | aberta a todos | vagas limitadas | lugares limitados | inscrições | inscrição | inscreva* |
    confirmem | confirmar | me avisa | me avisem | avisem | avise | digam | diz me se | digam me | diga se |
    até sexta | até dia | até ao dia | tragam | traga | levem | cada um leva | cada um traz | vamos nos encontrar |
    encontramo nos | nos encontramos | vamos comemorar | comemorar | faço 30 | faço 40 | faço 50 | faço anos |
    se quiser vir | quiserem vir | apeteça | apetecer | por cabeça | por pessoa | passem | wie komt | wie komen |
    wie gaat mee | wie doet | wie is er | wie heeft zin | kom je | komen jullie | komt u | kom ook | kom gerust |
    kom gezellig | kom langs | komt allen | ga je mee | gaan jullie mee | doe je mee | ben je erbij |
    zijn jullie erbij | bent u erbij | erbij zijn | erbij bent | hebben jullie zin | heb je zin | lijkt het je |
    lijkt het jullie | laat weten | laat me weten | laat ons weten | laat even weten | geef je | geef u | geef je op |
    opgeven | aanmelden | meld je | meld u | vóór | uiterlijk | voor ... augustus | bel of mail | hoop jullie |
    hopen jullie | hopen u | hoop je | zie jullie | zien jullie graag | zien u graag | tot dan | tot zaterdag |
    welkom | iedereen is welkom | van harte welkom | extra welkom | ook welkom | toegang gratis | toegang is gratis |
    gratis toegang | gratis entree | entree | inloop | vol is vol | beperkt aantal | plaatsen beschikbaar |
    neem ... mee | nemen ... mee | meenemen | meebrengen | breng ... mee | we verzamelen | verzamelen | afspreken |
    we spreken af | we vieren | ik vier | vieren | word 30 | word 40 | word 50 | per persoon | gezellig | hapjes |
    voor eten | sluit ... aan | schuif ... aan | kto idzie | kto chętny | kto wpada | kto przyjdzie | kto się pisze |
    kto jedzie | chętni | chętnych | przyjdźcie | przyjdź | wpadajcie | wpadaj | wpadnij | wpadnijcie | przychodźcie |
    przybywajcie | przyjedźcie | będziesz | będziecie | dasz radę | dacie radę | masz ochotę | macie ochotę |
    jeśli masz | dajcie znać | daj znać | napiszcie | potwierdź | potwierdźcie | potwierdzenie | prosimy o zgłoszenia |
    zgłoszenia | zapisy | zapisujcie | zapisz się | do piątku | najpóźniej | do dnia | czekamy na | czekam na |
    czekamy | liczymy na | liczę na | mile widzian* | zapraszam* | zaprasza* | zapraszać | wstęp wolny |
    wstęp bezpłatny | wstęp | udział bezpłatny | liczba miejsc | zostało ... miejsc | wolnych miejsc | miejsc |
    przynieście | przynieś | zabierzcie | zabierz | weźcie | spotykamy się | spotkajmy się | widzimy się |
    do zobaczenia | zbieramy | zbiórka o | świętujemy | świętować | obchodzimy | obchodzę | kończę 30 | kończę 40 |
    kończę 50 | od osoby | składka | z dziećmi | z rodzinami | кто идет | кто идёт | кто придет | кто придёт |
    кто с нами | кто за | кто хочет | кто кто едет | приходите | приходи | приезжайте | приезжай | заходите |
    заглядывайте | подтягивайтесь | присоединяй* | айда | давайте | сможешь | сможете | придете | придёте | придешь |
    придёшь | будете | пойдешь | пойдёшь | дайте знать | дай знать | напишите | отпишитесь | отпишись | ответьте |
    сообщите | подтвердите | записывайтесь | запись | записаться | регистрация | до пятницы | до числа | ждем | ждём |
    жду | будем рады | буду рад* | рады видеть | рада видеть | увидимся | добро пожаловать | вход свободный |
    вход бесплатный | вход | участие бесплатное | количество мест | места ограничены | осталось ... мест | мест |
    приносите | берите с собой | возьмите | принесите | зовите | приводите | приглаша* | встречаемся | собираемся |
    сбор в | соберемся | соберёмся | отмечаем | отметить | отмечаю | празднуем | исполняется | с человека |
    скидываемся | гуляем | kimler geliyor | kim geliyor | geliyor musun* | gelir misin* | gelebilir misin* |
    gelmek ister* | gelmek istey* | gelin | gelsin | gelirseniz | gelirsen | gelecek* | gelenler | katılır mı* |
    katılmak ist* | katılmak istey* | katılabilir* | katılım | katılımınız* | bekliyoruz | bekliyorum | bekleriz |
    beklerim | bekleniyor* | görmekten | görmek ister* | aramızda | buyurun | davetli* | davet* | hoş geld* |
    herkese açık | herkes davetli | giriş ücretsiz | ücretsizdir | giriş serbest | kontenjan* | yer ayırt* | yerinizi |
    yeriniz | kayıt | haber ver* | haber edin | bildir* | teyit | lütfen ... kadar | tarihine kadar | cumaya kadar |
    akşamına kadar | getirin | getir | getirsin | alıp gelin | buluşuyoruz | buluşalım | toplanıyoruz | toplanalım |
    görüşelim | görüşmek üzere | kutluyoruz | kutlayacağız | kutlamak | kutlayalım | düzenliyoruz | düzenlenecek* |
    yapılacaktır | yapıyoruz | kişi başı | çocuklar* | eşleriniz* | ailenizle | var mısın* | ne dersin* | 来ませんか |
    来てください | 来てね | 来られる | 来れる | いらして | いらっしゃい | お越し | おいで | 遊びに来 | 参加しませんか |
    参加できる | 参加希望 | 参加者 | ご参加 | 出席 | 出欠 | 欠席 | 集まりませんか | 集まり | 集合 | 行きませんか |
    やりませんか | 一緒に | お待ちして | 待ってます | 待っています | お会いでき | 会いましょう | 会える | どなたでも |
    誰でも | 歓迎 | 大歓迎 | 入場無料 | 参加無料 | 参加費 | 会費 | 定員 | 先着 | 申し込み | 申込 | 予約 |
    お知らせください | 返信ください | 返事ください | お返事 | 連絡ください | 教えてください | までに | 持ち寄り |
    お持ち | 開催 | 開きます | 開くこと | 行います | 催し | お祝い | 誘い | 誘って | 声をかけて | 来不来 | 來不來 |
    来吗 | 來嗎 | 来玩 | 來玩 | 一起来 | 一起來 | 一起去 | 一起吃 | 一起 | 过来 | 過來 | 欢迎来 | 歡迎來 | 欢迎大家 |
    歡迎大家 | 欢迎参加 | 歡迎參加 | 欢迎带 | 歡迎帶 | 欢迎 | 歡迎 | 参加 | 參加 | 想来的 | 想來的 | 要来的 | 要來的 |
    能来的 | 能來的 | 能来吗 | 能否出席 | 能否参加 | 莅临 | 蒞臨 | 光临 | 光臨 | 报名 | 報名 | 接龙 | 接龍 | 回复我 |
    回我 | 跟我说 | 跟我說 | 告诉我 | 告訴我 | 告知 | 之前回 | 前回复 | 前回覆 | 人数 | 人數 | 名额 | 名額 | 免费入场 |
    免費入場 | 自由入场 | 免费参加 | 免費參加 | 门票 | 門票 | 带上 | 帶上 | 聚会 | 聚會 | 聚餐 | 聚一聚 | 聚聚 | 见面 |
    見面 | 不见不散 | 不見不散 | 恭候 | 期待与您 | 期待與您 | 期待见 | 庆祝 | 慶祝 | 举办 | 舉辦 | 举行 | 舉行 |
    约起来 | 約起來 | 有空的 | 场地费 | 每人 | 오세요 | 와주세요 | 와 주세요 | 오실 분 | 오실래요 | 올래 | 올 사람 |
    오시면 | 오셔서 | 놀러 오 | 놀러와 | 함께해 | 함께 해 | 함께하 | 함께 하실 | 같이 가 | 같이 하실 | 같이 하자 |
    참석 | 참가 | 참여 | 모입니다 | 모여요 | 모이기로 | 모여 | 만나요 | 만납시다 | 뵙겠습니다 | 뵙기를 | 뵙고 |
    기다리겠습니다 | 기다릴게요 | 환영 | 누구나 | 무료 입장 | 입장 무료 | 입장료 | 참가비 | 회비 | 신청 | 접수 |
    선착순 | 정원 | 마감 | 알려 주세요 | 알려주세요 | 알려줘 | 답장 | 답 주세요 | 까지 회신 | 까지 연락 | 가능하신 분 |
    인원 | 가져오 | 개최 | 열립니다 | 엽니다 | 진행합니다 | 진행됩니다 | 잔치 | 축하 | 한잔 | 번개 | 갈 사람 |
    하실 분 | 시간 되는 | 시간 되시는 | final numbers by | numbers by | confirmez votre | confirmez moi | confirma tu |
    confirma si | confirme su | confirme sua | confirmad asistencia | confirmem presença | confirme presença |
    confermate la | confermate entro | confermare la | confermare entro | reserve o dia | reserve já | prenota il tuo |
    prenota un posto | ждём вас | ждем вас | do zobaczenia na | sizleri bekliyoruz | sizi bekliyoruz |
    お待ちしております | love to have you | have you along | walk with us | run with us | sing with us | play with us |
    sign up at | sign up here | register anyway | reserve your place | reserve a place | reserve your seat | entry is |
    set off from | we set off | we start at | we ll be at | find us at | live session | live online | running a |
    we re running | i m organising | i m organizing | we re organising | organised by | will take place | takes place |
    is happening | on stage | please come | do come | do join | come one | come all | meet us at | melde dich an |
    meldet euch an | melden sie sich an | jetzt anmelden | anmelden unter | anmeldung unter | anmeldung über |
    findet statt | findet am | findet ... statt | stattfinden | laden wir | geht los | los geht | start ist |
    beginn ist | einlass | wir starten | treffpunkt ist | mitlaufen | mitsingen | mitspielen | mitfeiern | läuft mit |
    sing mit | komm zu | kommt zu | kommen sie | wir organisieren | ich organisiere | wir veranstalten |
    inscription sur | inscriptions sur | inscrivez vous sur | aura lieu | se tiendra | se déroulera | organise |
    nous organisons | on organise | j organise | marchez avec | courez avec | chantez avec | départ à |
    à partir de ... h | rejoignez nous | soyez | n hésitez pas à venir | vous y serez | places restantes |
    tendrá lugar | se celebrará | se celebra | se realizará | se llevará a cabo | organizamos | organizo |
    apúntate en | inscríbete en | inscripciones en | camina con | corre con | salida a las | salimos a las |
    empezamos | no faltes | no falten | no faltéis | no te lo pierdas | sin falta | súmate | asiste | asistencia |
    si terrà | si svolgerà | avrà luogo | si tiene | organizziamo | organizzo | iscriviti su | iscrizioni su |
    cammina con | corri con | partenza alle | partiamo | si parte | si comincia | non mancate | non mancare |
    vi vogliamo | partecipate | partecipa | esserci | terá lugar | vai acontecer | acontecerá | acontece | realiza se |
    será realizado | estou organizando | inscreva se em | inscrições em | caminhe com | corra com | saída às |
    começa às | não faltem | não falte | não percam | participe | participem | compareça* | marque presença |
    vindt plaats | zal plaatsvinden | plaatsvindt | wij organiseren | we organiseren | ik organiseer | meld je aan |
    aanmelden via | inschrijven via | loop mee | zing mee | speel mee | doe mee | vertrek om | we vertrekken |
    start om | we beginnen | mis het niet | wees erbij | schrijf je in | odbędzie się | odbywa się | odbędą się |
    organizujemy | organizuję | zapisz się na | rejestracja na | zapisy na | zarejestruj się | pobiegnij | zaśpiewaj |
    start o | wyruszamy | zaczynamy | początek o | nie może cię zabraknąć | dołącz | weź udział | weźcie udział |
    состоится | состоятся | пройдет в | пройдёт в | пройдет | пройдёт | проводим | устраиваем | организуем |
    организую | стартуем | начало в | начинаем | выезжаем | регистрация на | зарегистрируй* | записывайся |
    не пропустите | участвуйте | участвуй | gerçekleş* | düzenleniyor | organize ed* | bizimle yürü* | bizimle koş* |
    kayıt olmak | kayıt ol* | başlıyoruz | başlayacak | hareket saat* | yola çık* | çıkıyoruz | kaçırmayın | kaçırma |
    siz de gelin | sen de gel | katılın | katıl | 開かれ | 行われ | 実施 | 企画し | 主催 | 一緒に歩 | 一緒に走 |
    一緒に歌 | 集合場所 | スタート | 開始 | お見逃し | ご都合 | 遊びに | 飲みましょう | 食べましょう | 飲もう |
    行こう | やろう | しましょう | 参加してください | 将于 | 將於 | 将在 | 將在 | 定于 | 定於 | 召开 | 召開 | 组织 |
    組織 | 一起走 | 一起跑 | 一起唱 | 出发 | 出發 | 开始 | 別錯過 | 别错过 | 不要错过 | 欢迎加入 | 歡迎加入 | 快来 |
    快來 | 速来 | 来参加 | 來參加 | 扫码报名 | 열리는 | 열릴 | 개최합니다 | 주최 | 기획 | 함께 걷 | 함께 뛰 | 함께 달 |
    함께 노래 | 출발 | 시작합니다 | 놓치지 | 꼭 오 | 꼭 참석 | 꼭 와 | 와서 | 오시기 바랍 | 참석 바랍 | 참석바랍 |
    모이자 | 보자 | 봅시다 | 하자 | who s in for | who is in for |
    just turn up | drop in | pop along | come over | come round | bring one | bring someone | bring a |
    the more the merrier | first come | count you in | i ll count you | put you down | put your name down |
    newcomers | beginners | you don t need to be | need to be able | even just the once | give it a go |
    give it a try | taster | d love to see | i d love it if | you re welcome to come | first timers | no booking |
    no pressure to | starting a | we re starting | i m starting | i m restarting | vorbeischau* | schaut rein |
    schau rein | kommt rum | komm rum | reinschnuppern | schnuppern | ausprobieren | vorkenntnisse | anfänger* |
    einsteiger* | mitmachen | macht mit | neue gesichter | wer will | wer mal | einfach kommen | jeder darf |
    alle dürfen | um antwort | u a w g | um rückmeldung | würde mich freuen | würden uns freuen |
    wir freuen uns auf | freu mich auf | seid ihr | wärt ihr | wärst du | hättet ihr | wir sehen uns |
    zeit und lust | über euch | zahlreiches erscheinen | venez nombreux | passe | vous êtes les bienvenu* |
    débutant* | pas besoin de | il suffit de | réserver ici | réservez | c est gratuit | ça te dirait |
    ça vous dirait | qui veut | qui est chaud | qui est dispo | faites passer | faites tourner | avec vos |
    viens avec | venez avec | venez tester | venez essayer | essayer | première séance | on compte sur |
    vous joindre à | veníos | quien quiera | el que quiera | cualquiera puede | no hace falta | solo hay que |
    sin experiencia | principiantes | trae a | traed a | ven a | ven con | venid con | te gustaría venir |
    quieres venir | queréis venir | quieren venir | nos encantaría | me encantaría | nos gustaría que |
    me gustaría que | corre la voz | pasa la voz | pasad la voz | ven | te animás | se suman | sumate | pasen |
    caete | cáiganle | passa | chi vuole | chiunque | non serve | non servono | basta venire | non c è bisogno |
    principianti | prova gratuita | porta un | portate un | ci farebbe piacere | mi farebbe piacere | ci piacerebbe |
    mi piacerebbe | spargete la voce | passaparola | unisciti | unitevi | ti andrebbe | vi andrebbe | fatevi vedere |
    fatti vedere | fate un salto | fai un salto | vieni a | venite a | venite con | aparecer | cola | chega junto |
    chega mais | quem quiser | qualquer um | não precisa | não é preciso | se inscreve | se inscrevam | inscreve te |
    inscrevam se | basta vir | basta aparecer | venha | vem com | venham com | vem conhecer | iniciantes | traz um |
    tragam os | adoraria que | adoraríamos | gostava que | gostaríamos que | partiu | espalhem | espalha |
    chama a galera | chame os | chama aquela | reencaminhe | experimentar | só aparecer | kom kijken | kom proeven |
    kom meedoen | loop binnen | loop even binnen | wees welkom | iedereen mag | wie wil | wie zin heeft |
    ervaring niet nodig | proefles | meedoen | zegt het voort | zeg het voort | neem gerust | leuk als je |
    leuk als jullie | fijn als je | fijn als jullie | hopen je te zien | we hopen je | kom eens | kom een keer |
    kom maar | wil je komen | willen jullie komen | schuif aan | wbijaj* | zajrzyj* | zaglądaj* | kto chce |
    każdy może | nie trzeba | początkując* | przyprowadź* | podajcie dalej | podaj dalej | będzie nam miło |
    byłoby super | byłoby miło | miło serdecznie zapraszam* | dołączcie | dołącz do | wystarczy przyjść |
    chcesz przyjść | chcecie przyjść | wpaść | przyjść | zabierzcie ze sobą | wejściówk* | bilety | забегай* |
    подгребай* | приведи* | кому интересно | кто захочет | все желающие | желающие | любой может | опыт не нужен |
    новичк* | начинающ* | будет здорово | рады каждому | расскажите друзьям | передайте друзьям | зовите друзей |
    хотите прийти | хочешь прийти | уметь не нужно | не нужно уметь | приглашайте | приходить | прийти |
    можно прийти | без записи | запишитесь | uğra* | çıkıp gelin | kapıp gelin | gelmeniz | isteyen herkes |
    herkes gelebilir | deneyim gerek* | bilmek gerek* | yeni başlayan* | arkadaşınızı | arkadaşlarınızı |
    katılmanız* | katılırsanız | seviniriz | sevinirim | mutlu oluruz | mutlu olurum | formu doldur* |
    gelmek isteyen* | paylaşın | gidiyoruz | gelmeye | gelsene | gelsenize | buyrun | sen de | siz de | yer ayır* |
    ませんか | 初心者 | 未経験 | 見学 | 体験 | お友だち | お友達 | ぜひ | 是非 | お声がけ | ご一緒 | お立ち寄り |
    来場 | 覗いて | のぞいて | 気軽に | 手ぶら | 途中参加 | 遊びにき | 集まろう | 募集 | 来坐坐 | 來坐坐 | 零基础 |
    零基礎 | 新手 | 体验课 | 體驗課 | 带朋友 | 帶朋友 | 转发给 | 轉發給 | 有兴趣的 | 有興趣的 | 想参加 | 想參加 |
    随时来 | 隨時來 | 一块儿 | 约吗 | 来聊聊 | 來聊聊 | 加入我们 | 加入我們 | 等你来 | 等你來 | 等你们 | 等你們 |
    来吧 | 來吧 | 过来坐 | 有空来 | 有空來 | 들러 | 들르 | 초보 | 처음이신 | 경험 없 | 데려오 | 같이 오 | 함께 오 |
    부담 없이 | 부담없이 | 편하게 오 | 해보실 | 하실래요 | 할래요 | 가실 분 | 구경 | 체험 | 오시는 | 오실 수 |
    와주시면 | 모집 |
    come and | volunteers | we need you | need your help | claim your place | bring grandparents |
    whole family | hope you ll come | sagt ... bescheid | sag ... bescheid | gebt ... bescheid | gib ... bescheid |
    gib mir bescheid | willkommen | dabei sein | bitten um zahlreiches | berufen ... ein | laden ... ein |
    plus on est | rendez vous à | rendez vous le | gants | es importante que | acudáis | acudan | acudid |
    torna il | vi vogliamo numerosi | vier mee |
    weźcie kogoś | będzie | идем | идём | едем | встреча | встречаемся в | новеньким | рады новым |
    нужны | будет | bizden | okuyoruz | geliyoruz | おこない | 行なわれ | ご家族 | そろって |
    可以来 | 可以來 | 来听 | 來聽 | 来看看 | 來看看 | 来逛 | 我们读 | 一起读 | 新朋友 | 나오세요 | 나와 주 |
    걱정 마시고 | 준비했 | 뵈어요 | 뵐게요 | 봬요 |
    ждём всех | ждем всех | 馆见 | 門口見 | 店里见 | 老地方 |
    see you all | кто будет | кто едет
    """
)
"""Asks whether one comes, says who is welcome and what to bring, gathers names."""
