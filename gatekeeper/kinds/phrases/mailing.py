"""Phrases of mailings: leaving them, reading them in a browser, what they sell and announce.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

UNSUBSCRIBE: Final = phrases_in(
    """
    to leave this | leave this mailing list | leave the list | reply with remove | reply with the word |
    mailing list options | email list options | from our e mail list | from our email list | from our mailing list |
    from the mailing list | from this mailing list | from future mailings | from future emailings | future mailings |
    receive further information | no longer receive | not to receive | type of email from |
    including the word remove | remove in the subject | with remove in | word remove | you were sent this |
    you have been sent this | is sent to you because | sent to you because | subscribed to this |
    your subscription preferences | update your profile | modify your profile | edit your profile |
    cancel ... newsletter | cancel an | end of mailing | manage your email | manage your e mail | email settings |
    change how often | adjust your | stop these emails | turn off these | opt out of | opting out |
    aus unserem verteiler | aus unserer liste | newsletter abmelden | e mail einstellungen |
    keine weiteren ... zu den | kein interesse mehr | wenn sie keine | gérer vos préférences | vos abonnements |
    si vous ne souhaitez plus | gestionar ... preferencias | si no desea | gestisci le preferenze | se non desideri |
    gerenciar preferências | caso não queira | voorkeuren aanpassen | als je geen | indien u geen | zarządzaj |
    jeśli nie chcesz | управлять рассылк* | tercihlerinizi | 配信設定 | メール設定 | 邮件设置 | 수신 설정 |
    to be taken off | removed from ... list | remove from list | remove me from | remove you from |
    off our mailing list | you ... be removed | your record is | subscription information | changes to your record |
    you have received this e mail because | you have received this email because | this email to end | to stop these |
    unsubscribe | unsubscribing | opt out | wish to be removed | want to be removed | like to be removed |
    to be removed send | to be removed click | to be removed reply | to be removed please | to be removed from this |
    be removed from our | be removed from this | be removed from the list | be removed from future | remove yourself |
    removed from our | removed from this list | stop receiving | no longer wish to receive | do not wish to receive |
    rather not receive | prefer not to receive | manage your subscription* | manage preferences | email preferences |
    update your preferences | change your subscription | you are receiving this | you re receiving this |
    you received this email because | you are currently subscribed | you have subscribed | because you subscribed |
    you previously requested | because you signed up | your subscription | end your subscription |
    cancel your subscription | to change your e mail | leave this list | mailing list as | this mailing was sent to |
    this email was sent to | this message was sent to | abmelden | abbestellen | austragen | newsletter abbestellen |
    keine weiteren e mails | nicht mehr erhalten | sie erhalten diese | du erhältst diese | aus dem verteiler |
    vom newsletter | désabonner | désinscrire | désinscription | désabonnement | ne plus recevoir | vous recevez cet |
    vous recevez ce message car | vous recevez ce message parce | vous recevez ce message en tant |
    vous recevez ce message suite | se désinscrire | darse de baja | darte de baja | dar de baja |
    cancelar suscripción | cancelar la suscripción | anular suscripción | dejar de recibir | no desea recibir |
    recibes este correo | recibe este correo | disiscriviti | cancella iscrizione | annulla l iscrizione |
    annullare l iscrizione | cancellarti | cancellarsi | non desideri più ricevere | non vuoi più ricevere |
    ricevi questa | disiscrizione | descadastrar | descadastre | cancelar inscrição | cancelar assinatura |
    cancelar a subscrição | deixar de receber | não deseja receber | não quer mais receber | você está recebendo |
    remover seu e mail | se descadastrar | uitschrijven | afmelden | schrijf je uit | niet meer ontvangen |
    je ontvangt deze | u ontvangt deze | uit te schrijven | wypisz się | wypisać się | zrezygnować z | rezygnacja z |
    anuluj subskrypcję | nie chcesz otrzymywać | otrzymujesz tę wiadomość | otrzymujesz ten | отписаться | отписка |
    отказаться от рассылки | отказаться от получения | вы получили это письмо | не хотите получать | отмена подписки |
    abonelikten | listeden çık* | üyelikten ayrıl* | almak istemiyorsanız | bu e postayı ... aldınız | aboneliğinizi |
    配信停止 | 配信解除 | 登録解除 | 購読解除 | メール配信の停止 | 退会 | 取消订阅 | 退订 | 取消訂閱 | 退訂 |
    您收到此邮件 | 不想再收到 | 수신거부 | 수신 거부 | 구독 취소 | 구독취소 | 수신을 원하지 | you get this |
    you re getting this because | you re getting this email | you are getting this | why am i getting | write stop |
    reply stop | text stop | just say stop | and it stops | left us your address | no more letters |
    don t want these | rather not get | take you off | sie bekommen diese | du bekommst diese | weil sie sich |
    weil du dich | wenn sie diese | wer diese ... nicht mehr | genügt eine antwort | schreiben sie stop |
    nicht mehr bekommen | keine post mehr | abmeldung | vous recevez cette | tu reçois ce | tu reçois cette |
    parce que vous | répondez stop | si vous ne voulez plus | plus envie de recevoir | recibe este | recibes esta |
    recibe esta | porque se suscribió | porque te suscribiste | responde baja | escriba baja | si no quiere* recibir |
    si prefiere no | no quiere* más | riceve questa | ricevi questo | riceve questo | perché si è iscritt* |
    perché ti sei iscritt* | rispondi stop | se non vuoi | se non vuole | se preferisci non | você recebe |
    recebe este | está a receber | porque se inscreveu | responda sair | se não quiser | se prefere não |
    não quer receber | para sair | u krijgt deze | je krijgt deze | je krijgt dit | omdat u zich | omdat je je |
    geen mail meer | wilt u deze | wil je deze | wil je geen | niet meer krijgen | dostajesz | otrzymują państwo |
    ponieważ zapisał* | jeśli nie chcą | nie chcesz dostawać | odpisz stop | rezygnacja | вы получаете |
    ты получаешь | потому что подписал* | если не хотите | если больше не | ответьте стоп | чтобы не получать |
    bu e postayı | bu maili | bu bülteni | abone olduğunuz | almak istemiyorsan | almak istemezseniz | çıkmak için |
    お送りしています | お届けしています | 登録された方 | ご登録いただいた方 | 不要な方 | 受信を希望されない | 解除は |
    停止は | 您收到这封 | 您收到本 | 您收到此 | 因为您订阅 | 因為您訂閱 | 如不想 | 若不想 | 不想收到 | 不再接收 |
    停止接收 | 取消關注 | 받으신 | 받고 계신 | 받고 싶지 않 | 받지 않으 | 그만 받 | 수신 동의 | 수신동의 | 구독 해지 |
    구독해지 | had enough of us | had enough of this | had enough of these | strike you from the list |
    strike you off | take you off the list | take your name off | cross you off | drop you from the list |
    these no longer interest you | this no longer interests you | answer with no | reply no thanks | answer stop |
    don t want this letter | tired of these letters | tired of this letter | tell us to stop | tell me to stop |
    if you no longer want this | if you no longer want these | nicht mehr lesen mag | nicht mehr lesen möchte |
    nicht mehr lesen will | nicht mehr bekommen möchte | genug von diesem | genug von unser* |
    antworten sie mit stopp | antworte mit stopp | antworten sie mit nein | antworte mit nein | schreibt kurz nein |
    streiche sie von der liste | streichen wir sie | streiche dich von der liste | nehme sie aus der liste |
    nehmen wir sie aus der | nehmen wir dich aus der | aus dem verteiler nehmen | assez de cette lettre |
    je vous raye | je vous retire de la liste | vous retire de la liste | nous vous retirons |
    vous rayer de la liste | pour vous désabonner | répondez non | la mention non | la mention stop |
    plus envie de lire | te quito de la lista | le quito de la lista | le quitamos de la lista |
    os quito de la lista | te quitamos de la lista | contesta no | responde no | responda no | te damos de baja |
    le damos de baja | os damos de baja | borrarte de la lista | para no recibir más | si te has cansado |
    si ya no quieres que te escriba | si ya no quieres recibir* | si ya no quiere recibir* | venuti a noia |
    vi togliamo dall elenco | vi togliamo dalla lista | ti tolgo dalla lista | ti togliamo dalla lista |
    la togliamo dalla lista | la togliamo dall elenco | per non ricevere più | per non riceverla più | rispondere no |
    rispondi no | risponda no | se non vi interessa più | se non volete più riceverla | cancellarvi dalla |
    se já não quiser | se já não quer receber | retiro o seu nome | tiro o seu nome | tiramos o seu nome |
    tiro você da lista | tiramos você da lista | responda não | para não receber | não quer mais a | não quer mais o |
    não quer mais estes | genoeg van deze | haal ik u van de lijst | haal ik je van de lijst |
    halen we u van de lijst | halen we je van de lijst | geen zin meer | antwoord met nee | antwoord met stop |
    antwoord nee | wilt u hem niet meer | wil je hem niet meer | wykreślę z listy | wykreślimy z listy |
    wykreślę państwa | skreślimy z listy | usunę z listy | usuniemy z listy | nie chce już tych | nie chcesz więcej |
    nie chcą państwo więcej | odpisz nie | odpowiedz nie | вычеркну из списка | вычеркнем из списка |
    уберу из списка | уберем из списка | удалю из списка | удалим из списка | исключим из списка |
    не хотите больше получать | не хотите больше | надоело напишите | надоели письма | ответьте нет | напишите стоп |
    listeden çıkarayım | listeden çıkaralım | listeden çıkarırım | listeden çıkarırız | listemizden çık* |
    artık istemiyorsanız | artık istemiyor musunuz | hayır yazıp | dur yazıp | hayır yazarak | dur yazarak |
    iptal yazıp | 不要」とご返信 | 購読をやめ | 購読を中止 | 購読中止 | リストから外 | 名簿から外 |
    配信を希望されない | 配信をご希望されない | 配信不要 | 名单里去掉 | 名单中移除 | 名單移除 | 移出名单 | 移出列表 |
    不想再看 | 不想再收 | 不想继续收 | 不愿再收 | 回复退 | 回复"退 | 回复“退 | 回覆退 | 回复td | 그만 받고 싶 |
    명단에서 빼 | 목록에서 빼 | 명단에서 제외 | 리스트에서 제외 | 받기를 원치 | 더 이상 원치 않 | 거절이라고 |
    거절"이라고 | 그만이라고 | 구독을 그만 | 구독을 원치 | keine lust mehr auf diese* | keine lust mehr auf unser* |
    keine lust mehr auf den
    """
)

BROWSER: Final = phrases_in(
    """
    not displaying properly | not displaying correctly | does not display | displays incorrectly | launch it in your |
    to view this email | to view this e mail | to view the html | view as webpage | view it online | view the online |
    images not displayed | display images | enable images | trademarks of | registered trademark* |
    reproduction in whole | may not be reproduced | you can reach us at | our mailing address | our postal address |
    bilder anzeigen | wenn diese e mail nicht | si ce message ne s affiche | si no visualiza | si no puede ver |
    se non visualizzi | se não conseguir visualizar | wordt deze e mail niet | jeśli ta wiadomość |
    если письмо не отображается | all rights reserved | copyright | privacy policy | terms of use |
    forward to a friend | forward this email | send to a friend | tell a friend | follow us on | advertise with us |
    alle rechte vorbehalten | impressum | datenschutzerklärung | tous droits réservés |
    todos los derechos reservados | política de privacidad | tutti i diritti riservati |
    todos os direitos reservados | alle rechten voorbehouden | wszelkie prawa zastrzeżone | все права защищены |
    tüm hakları saklıdır | view in browser | view this email in | view this message in | view in your browser |
    view online | read online | web version | having trouble viewing | trouble reading this | can t see this |
    cannot see this | can t read this | cannot read this | view as a web page | add us to your address book |
    to your safe senders | email displayed correctly | html version | online version | im browser | online ansicht |
    webansicht | nicht korrekt angezeigt | darstellungsprobleme | version en ligne | voir dans le navigateur |
    dans votre navigateur | ver en el navegador | ver en tu navegador | versión en línea | visualizza nel browser |
    versione online | visualizar no navegador | ver no navegador | versão online | bekijk online | bekijk in browser |
    online versie | webversie | zobacz w przeglądarce | wersja online | w przeglądarce | открыть в браузере |
    веб версия | в браузере | tarayıcıda görüntüle* | tarayıcınızda | ブラウザで表示 | ブラウザで見る | webで見る |
    在浏览器中查看 | 浏览器中打开 | 在瀏覽器中 | 웹에서 보기 | 브라우저에서 보기
    """
)

NEWSLETTER: Final = phrases_in(
    """
    breaking news | this weeks | last weeks | this months | special edition | e perspectives | in this edition |
    what s new | week in review | month in review | continue reading | full article | featured article |
    from the editor | wochenbrief | monatsbrief | newsflash | la lettre | revue de presse | lettre hebdo |
    resumen semanal | riepilogo settimanale | resumo semanal | weekbericht | przegląd tygodnia | обзор недели |
    haftalık | 今週の | 今月の | 本周 | 이번 주 | 이달의 | to subscribe | subscribe to | subscribe at | e lert |
    briefing | issue no | vol | volume | edition | full story | read more | read the full | latest news | news from |
    our sponsor | our sponsors | published by | publisher | back issues | archives | column | tip of the day |
    of the day | poem a day | mehr lesen | weiterlesen | lire la suite | leer más | leggi tutto | leia mais |
    lees meer | czytaj więcej | читать далее | devamını oku | newsletter | newsletters | e newsletter | enewsletter |
    enews | e news | e zine | ezine | weekly digest | daily digest | digest | bulletin | weekly update |
    daily update | news alert | headlines | this issue | in this issue | this week s | this month s | top stories |
    daily news | weekly news | subscribers | our readers | monthly update | news update | editor | rundbrief |
    infobrief | ausgabe | neuigkeiten | wochenrückblick | infolettre | lettre d information | lettre d info |
    bulletin d information | actualités | boletín | boletin | novedades | notiziario | novità | boletim |
    informativo | novidades | nieuwsbrief | biuletyn | aktualności | рассылка | дайджест | новости недели | выпуск |
    bülten | e bülten | haber bülteni | メールマガジン | メルマガ | ニュースレター | 编辑精选 | 周刊 | 月刊 | 电子报 |
    電子報 | 通讯 | 뉴스레터 | 소식지 | next letter | next issue | next edition | reader s letter |
    in dieser ausgabe | diese ausgabe | nächste ausgabe | nächste brief | nächste bote | liebe leserinnen |
    liebe leser | liebe leserin | themen dieser | inhalt dieser | au sommaire | dans ce numéro | dans cette lettre |
    dans ce bulletin | prochaine lettre | prochain numéro | chers lecteurs | chères lectrices | chers abonnés |
    la gazette | en este número | en esta edición | en este boletín | próxima carta | próximo número |
    próxima edición | queridos lectores | estimados lectores | sumario | gaceta | in questo numero |
    in questa edizione | prossimo numero | prossima lettera | cari lettori | care lettrici | gentili lettori |
    sommario | cari abbonati | gazzetta | nesta edição | neste número | caros leitores | queridos leitores |
    caros assinantes | gazeta | in dit nummer | in deze editie | in deze nieuwsbrief | volgende brief |
    volgende nummer | volgende editie | beste lezer* | w tym numerze | w tym wydaniu | następny numer |
    następny list | kolejny numer | drodzy czytelnicy | gazetka | gazetki | в этом номере | в этом выпуске |
    следующий номер | следующее письмо | следующий выпуск | дорогие читатели | уважаемые читатели | bu sayıda |
    bu sayımızda | sonraki sayı | gelecek sayı | sonraki mektup | sevgili okur* | değerli okur* | bu bültende | 今号 |
    次号 | 今回の内容 | 読者の皆 | 読者のみな | 編集後記 | 本期内容 | 本期导读 | 下期 | 下一期 | 下一封信 | 读者朋友 |
    各位读者 | 이번 호 | 다음 호 | 다음 편지 | 구독자님 | 독자님 | 독자 여러분 | circular | flyer | infobrief |
    infoblatt | hoja informativa | hoja parroquial | foglietto | jaargang | herald | листок | sirküler | 회보 |
    소식지 | 会報 | 月报 | 简报 | 簡報 | round up | roundup | だより | 便り | 通信
    """
)

PERIODICAL: Final = phrases_in(
    """
    daily | weekly | biweekly | monthly | quarterly | täglich* | wöchentlich* | monatlich* | hebdo* | quotidien* |
    mensuel* | semanal | diario | mensual | settimanale | mensile | diário | mensal | wekelijks* | maandelijks* |
    tygodniowy | miesięczny | ежедневн* | еженедельн* | ежемесячн* | günlük | haftalık | aylık | 週刊 | 日刊 | 月刊 |
    周报 | 日报 | 주간 | 일간 | 월간
    """
)

SALES: Final = phrases_in(
    """
    affordable | seo | free audit | free consultation | free estimate | free brochure | financing available |
    we help companies | we help businesses | wir helfen unternehmen | qualified calls | qualified leads |
    first page of | leading ... company | this offer | offer ends | our newest | newest development |
    collection is here | new collection | summer collection | winter collection | spring collection |
    autumn collection | termin buchen | nous aidons les entreprises | ayudamos a empresas | aiutiamo le aziende |
    ajudamos empresas | wij helpen bedrijven | pomagamy firmom | помогаем компаниям | 先着 | 無料 | 今なら |
    期間限定 | お見逃しなく | お値打ち | 全品 | 五折 | 半价 | 包邮 | 免运费 | 欢迎选购 | 机会难得 | 세일 | 무료 배송 |
    놓치지 마세요 | 특별가 | sparpreis | sichern sie sich | gültig bis | devis gratuit | jusqu à dimanche |
    derniers jours | hasta agotar existencias | solo hasta | in omaggio | fino a esaurimento | só até |
    por tempo limitado | leve 3 pague 2 | tylko do | taniej | skorzystaj z | успейте купить | успейте | со скидкой |
    бесплатная доставка | только до | kaçırmayın | indirimli | alleen dit weekend | nu met korting | op is op |
    we are a manufacturer | we are manufacturer* | years of experience in | let us know your needs |
    send our price list | seo services | affordable price* | reasonable price* | improve your ranking | your ranking |
    web design | guest post | backlinks | we provide | we can provide | page 1 of | free samples | our factory |
    made in china | kaufpreis | jetzt anrufen | rufen sie uns an | book now | all inclusive | last minute |
    book a demo | book a free demo | free demo | schedule a call | schedule a demo | for a quick call |
    minutes for a call | minute call | more leads | generate more | competitive price* | competitive pricing |
    increase your | boost your | grow your business | leading manufacturer | leading provider | our catalog* |
    our company offers | companies like yours | limited offer | sign up for free | ab sofort | ihren vorteil |
    unverbindlich | unser angebot | cette semaine seulement | nuestro catálogo | il nostro catalogo | nosso catálogo |
    onze catalogus | nasz katalog | наш каталог | kataloğumuz | カタログ | 产品目录 | 카탈로그 | learn more |
    find out more | more information please | for more information visit | pricing | low price | hassle free |
    no obligation | satisfaction guaranteed | guaranteed | save money | save time | take advantage of |
    sign up today | call now | toll free | 1 800 | per person | starting at | rates from | special rate* | we offer |
    offers a wide range | register online at | two day class | training course | in house training | special offer |
    special offers | limited time | save up to | free shipping | discount | discounts | sale ends | on sale |
    buy now | shop now | order now | order today | best price* | lowest price* | great deals | deals | money back |
    risk free | free trial | free gift | click here | promotion | coupon | exclusive offer | act now | don t miss |
    gift card | low prices | clearance | new arrivals | now available | brand new | our products | our services |
    per month | for only | price list | offer expires | best sellers | visit our website | contact us today |
    call us today | early bird | introducing | announcing the | solutions for | bonus | free quote | check out our |
    sonderangebot | angebot | angebote | rabatt | gutschein | jetzt kaufen | jetzt bestellen | versandkostenfrei |
    nur solange | sparen sie | aktionspreis | jetzt sichern | unsere produkte | kostenlos testen | im angebot |
    offre spéciale | remise | soldes | achetez | profitez | livraison gratuite | commandez | code promo |
    en exclusivité | nos produits | oferta | ofertas | descuento | descuentos | promoción | compra ahora |
    envío gratis | aprovecha | rebajas | gratis | nuestros productos | precio especial | offerta | offerte | sconto |
    sconti | promozione | acquista | spedizione gratuita | approfitta | saldi | i nostri prodotti | desconto |
    descontos | promoção | compre | frete grátis | aproveite | grátis | imperdível | proposta exclusiva |
    nossos produtos | parcelas | aanbieding | aanbiedingen | korting | kortingen | bestel nu | koop nu |
    gratis verzending | profiteer | actie | onze producten | promocja | rabat | zniżka | zniżki | kup teraz |
    wyprzedaż | okazja | oferta specjalna | darmowa dostawa | nasza oferta | naszą ofertę | скидка | скидки |
    скидкой | акция | распродажа | купить | закажите | предложение | выгодно | бесплатно | специальное предложение |
    наши товары | прайс | indirim | kampanya | fırsat | fırsatlar | hemen al | satın al | ücretsiz kargo |
    özel teklif | ürünlerimiz | セール | 割引 | キャンペーン | 特価 | お得 | 送料無料 | ポイント | クーポン | 限定 |
    新発売 | 优惠 | 促销 | 折扣 | 特价 | 免费 | 限时 | 抢购 | 優惠 | 促銷 | 特價 | 할인 | 특가 | 이벤트 혜택 |
    무료배송 | 쿠폰 | 혜택 | (광고)
    """
)

FAMILIAR: Final = phrases_in(
    """
    dear all | dear friends | dear colleagues | liebe alle | liebe freunde | liebe kolleg* | chers amis |
    chers collègues | queridos amigos | estimados colegas | cari amici | cari colleghi | caros amigos |
    caros colegas | beste collega s | drodzy przyjaciele | дорогие друзья | уважаемые коллеги | sevgili dostlar |
    各位同事
    """
)
"""How people greet many whom they know."""

ANNOUNCEMENT: Final = phrases_in(
    """
    liebe nachbarn | dear neighbours | dear neighbors | to whom it may concern | liebe kunden | liebe gäste |
    chers voisins | queridos vecinos | cari vicini | beste buren | drodzy sąsiedzi | дорогие соседи |
    sevgili komşular | dear customer* | dear valued | valued customer* | dear members | dear member | dear friends |
    dear colleagues | dear all | dear subscriber* | dear reader* | dear alumni | dear parents | dear sir or madam |
    to all employees | all employees | we are pleased to announce | we are excited to announce | announcing |
    announcement | dear partners | dear client* | dear investor* | sehr geehrte kund* | liebe kund* |
    liebe mitglieder | liebe kolleg* | liebe freunde | an alle mitarbeiter* | liebe alle | chers clients |
    cher client | chère cliente | chers amis | chers collègues | chers membres | communiqué de presse |
    estimados clientes | estimado cliente | queridos amigos | estimados colegas | comunicado de prensa |
    gentile cliente | gentili clienti | cari amici | cari colleghi | comunicato stampa | prezado cliente |
    prezados clientes | caros amigos | caros colegas | prezados | beste klant | geachte klant | beste collega s |
    beste leden | persbericht | szanowni państwo | drodzy klienci | drodzy przyjaciele | szanowny kliencie |
    уважаемые клиенты | уважаемые коллеги | дорогие друзья | уважаемый клиент | пресс релиз | değerli müşteri* |
    sayın müşteri* | değerli üye* | sevgili dostlar | お客様各位 | 各位 | 会員の皆様 | 皆様へ | プレスリリース |
    尊敬的客户 | 亲爱的会员 | 各位同事 | 親愛的會員 | 尊敬的用户 | 고객님께 | 고객 여러분 | 회원님 | 여러분께 |
    dear tenant* | dear patient* | dear guest* | dear passenger* | dear student* | dear user* | dear subscriber |
    dear shareholder* | dear homeowner* | dear agents | dear suppliers | dear dealers | dear distributors |
    dear policyholder* | dear cardholder* | dear account holder* | liebe mieter* | sehr geehrte mieter* |
    liebe patient* | sehr geehrte patient* | sehr geehrte gäste | sehr geehrte mitglieder |
    sehr geehrte versicherte* | sehr geehrte nutzer* | liebe nutzer* | sehr geehrte lieferanten | liebe händler* |
    sehr geehrte partner* | liebe reisende | liebe feriengäste | liebe stammgäste | chers locataires |
    chers patients | chers usagers | chers adhérents | chers abonnés | chers utilisateurs | chers fournisseurs |
    cher assuré | chers assurés | cher sociétaire | chers copropriétaires | chers étudiants | chers habitués |
    estimados inquilinos | estimados pacientes | estimados usuarios | estimado usuario | estimados asegurados |
    estimados proveedores | estimados distribuidores | estimados huéspedes | queridos clientes | estimados alumnos |
    estimado asegurado | apreciados clientes | gentili inquilini | gentile inquilino | gentili pazienti |
    gentile paziente | gentile utente | gentili utenti | gentili fornitori | gentili ospiti | gentile assicurato |
    gentili partner | gentile socio | gentili studenti | cari ospiti | caros inquilinos | caros pacientes |
    caro utente | caros utentes | caros utilizadores | caro usuário | prezado usuário | prezados fornecedores |
    prezados parceiros | prezado segurado | prezados pacientes | prezados alunos | caros hóspedes | caros parceiros |
    beste huurder* | geachte huurder* | beste patiënt* | geachte patiënt* | beste gebruiker* | geachte leverancier* |
    beste gasten | beste gast | geachte verzekerde* | beste dealers | beste partners | geachte bewoners |
    beste relaties | geachte relaties | szanowni lokatorzy | szanowni pacjenci | szanowni użytkownicy |
    szanowny użytkowniku | szanowni dostawcy | drodzy goście | szanowni goście | szanowni ubezpieczeni |
    szanowni kontrahenci | drodzy pacjenci | szanowni studenci | szanowni dystrybutorzy | уважаемые жильцы |
    уважаемые пациенты | уважаемые пользователи | уважаемый пользователь | уважаемые поставщики | уважаемые гости |
    дорогие гости | уважаемые дилеры | уважаемые студенты | уважаемые абоненты | уважаемый абонент |
    уважаемые контрагенты | уважаемые покупатели | дорогие покупатели | değerli kiracı* | sayın hasta* |
    değerli hastalar* | değerli kullanıcı* | sayın kullanıcı* | değerli misafir* | sayın abone* | değerli tedarikçi* |
    değerli bayi* | sayın bayi* | değerli öğrenci* | sayın sigortalı* | değerli konuk* | 入居者各位 | 患者様 |
    患者さま | 利用者各位 | ご利用者 | 仕入先各位 | 取引先各位 | お取引先 | 販売店各位 | お得意様 | ご契約者 |
    先様各位 | 尊敬的租户 | 尊敬的患者 | 尊敬的会员 | 尊敬的供应商 | 尊敬的经销商 | 尊敬的业主 | 尊敬的旅客 |
    尊敬的嘉宾 | 各位住户 | 各位住戶 | 各位租客 | 各位供应商 | 各位会员 | 親愛的用戶 | 亲爱的用户 | 亲爱的顾客 |
    親愛的顧客 | 各位合作伙伴 | 尊敬的家长 | 입주자 여러분 | 환자 여러분 | 이용자 여러분 | 거래처 여러분 |
    거래처 각위 | 협력사 | 대리점 | 가맹점 | 투숙객 | 세입자 | 학생 여러분 | 보호자님
    """
)

PRESS: Final = phrases_in(
    """
    press release | for immediate release | news release | media release | press contact | media contact |
    pressemitteilung* | pressemeldung* | presseinformation* | pressekontakt | communiqué de presse | contact presse |
    nota de prensa | comunicado de prensa | comunicato stampa | ufficio stampa | comunicado de imprensa |
    nota de imprensa | assessoria de imprensa | persbericht | perscontact | komunikat prasowy | informacja prasowa |
    пресс релиз | basın bülteni | basın açıklaması | プレスリリース | 报道资料 | 新闻稿 | 新聞稿 | 보도자료
    """
)
