"""Words to customers, and those of customers: salutations to an office, what changes, one's own case.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

TO_OFFICE: Final = phrases_in(
    """
    dear sir | dear sirs | dear madam | dear sir madam | dear sir or madam | dear manager | dear purchasing |
    dear hiring | dear business owner | hello business owner | dear owner | dear author | dear researcher |
    dear esteemed | dear doctor | dear professor dr | dear buyer | dear procurement | dear marketing | dear team |
    dear candidate | dear property owner | dear homeowner | dear customer* | dear client* | dear partner* | hi there |
    hello there | attn | to whom it may concern | finance team | dear company | dear website owner |
    sehr geehrte damen und herren | sehr geehrte interessent* | sehr geehrte geschäftspartner* |
    sehr geehrte geschäftsleitung | sehr geehrter geschäftsführer | sehr geehrte kund* | sehr geehrte einkäufer* |
    sehr geehrte hausverwalt* | liebe kundin | liebe kund* | liebe geschäftspartner* | an die geschäftsleitung |
    madame monsieur | mesdames messieurs | mesdames et messieurs | cher client | chers clients | chère cliente |
    cher partenaire | chers partenaires | à l attention de | monsieur le directeur | madame la directrice |
    monsieur le gérant | chers collaborateurs | a quien corresponda | estimado cliente | estimados clientes |
    estimada clienta | estimados señores | estimado señor | estimado gerente | estimado director |
    estimado responsable | estimado socio | estimados socios | muy señores | muy señor | señores | apreciado cliente |
    querido cliente | estimad* profesional* | spett le | spettabile | gentile cliente | gentili clienti | egregio |
    egregi signori | gentili signori | gentile signore | gentile responsabile | gentile direttore | gentile titolare |
    alla cortese attenzione | c a | gentile azienda | cari clienti | prezados | prezado | prezado cliente | prezada |
    exmos senhores | exmo senhor | exmos srs | caro cliente | caros clientes | a quem possa | ao responsável |
    ao departamento | ao setor | geachte heer mevrouw | geachte mevrouw heer | geachte directie | geachte relatie |
    geachte klant | geachte ondernemer | geachte lezer | geachte inkoper | beste relatie | beste klant |
    beste ondernemer | beste inkoper | t a v | l s | beste directie | szanowni państwo | szanowna dyrekcjo |
    szanowny kliencie | szanowni klienci | drodzy klienci | drogi kliencie | szanowny przedsiębiorco |
    szanowni przedsiębiorcy | szanowni partnerzy | szanowny panie prezesie | do działu | уважаемые господа |
    уважаемые дамы | уважаемые партнеры | уважаемые партнёры | уважаемые клиенты | уважаемый клиент |
    уважаемый руководитель | уважаемые руководители | уважаемые коллеги | вниманию руководител* |
    уважаемые покупатели | уважаемый предприниматель | для руководител* | дорогие клиенты | sayın yetkili |
    sayın ilgili | sayın müşteri* | değerli müşteri* | sayın veli* | sayın işletme sahibi | sayın firma yetkilisi |
    sayın yönetici | değerli iş ortak* | değerli yetkili | sayın üye* | ilgili kişinin dikkatine | ご担当者様 |
    ご担当者各位 | 担当者様 | ご担当様 | 関係各位 | お客様各位 | お客さま各位 | お取引先各位 | 各位 | 代表者様 |
    経営者様 | 人事ご担当 | オーナー様 | 会員各位 | 尊敬的客户 | 尊敬的客戶 | 尊敬的采购 | 尊敬的负责人 | 尊敬的经理 |
    尊敬的业主 | 尊敬的先生 | 尊敬的女士 | 尊敬的用户 | 采购经理 | 採購經理 | 负责人 | 負責人 | 親愛的客戶 |
    亲爱的客户 | 老板您好 | 各位客户 | 各位客戶 | 各位家长 | 您好 我是 | 敬启者 | 敬啟者 | 尊敬的合作伙伴 | 담당자님 |
    담당자님께 | 대표님 | 고객님 | 고객 여러분 | 사장님 | 원장님 | 구매 담당 | 인사 담당 | 관계자 | 회원님 |
    학부모님 | 입주민 여러분 | 후보자님 | 귀하 | 거래처 | dear managing | dear director | dear sales | dear head of |
    dear principal | dear headteacher | dear eminent | dear scholar | dear shop owner | dear trader | dear landlord |
    dear proprietor | dear ceo | dear founder | dear hr | dear accounts | dear resident* | dear tenant* |
    dear practice manager | dear general manager | dear editor | dear webmaster | dear supplier* | dear colleague at |
    dear prospective | dear decision maker | dear property | sehr geehrte inhaber* | sehr geehrte personal* |
    sehr geehrtes team | liebes team | hallo team | liebe handwerk* | liebe wirt* | liebe gastronom* |
    sehr geehrter inhaber | sehr geehrte verantwortliche* | sehr geehrtes praxisteam | sehr geehrte bewohner* |
    sehr geehrte eigentümer* | sehr geehrte anwohner* | liebe bewohner* | liebe anwohner* | chère équipe |
    cher responsable | cher confrère | chers confrères | monsieur le président | madame la présidente |
    cher dirigeant | chers copropriétaires | chers résidents | chers riverains | chers habitants |
    cher professionnel | chère responsable | bonjour l équipe | estimado propietario | estimados propietarios |
    estimado equipo | estimado empresario | estimado doctor | a la atención de | estimados vecinos |
    estimados padres | estimadas familias | señor director | señora directora | hola equipo de |
    estimado comerciante | gentile datore | gentile dottore | gentile imprenditore | gentile condomino |
    gentili condomini | alla c a | gentilissim* | spett | gentili famiglie | buongiorno a tutto lo staff |
    gentile ristoratore | gentile commerciante | prezado gestor | prezado empresário | prezado diretor |
    prezado síndico | prezados moradores | caro gestor | caro empresário | caros moradores | caros condóminos |
    prezados condôminos | senhor diretor | exma | prezado lojista | caro responsável | caros pais | geachte bewoner* |
    beste bewoner* | beste team | beste ondernemers | beste eigenaar | geachte eigenaar | geachte leden |
    beste ouders | geachte ouders | geachte manager | beste hr | beste collega ondernemer | szanowni mieszkańcy |
    szanowna dyrekcja | szanowny właścicielu | szanowni właściciele | szanowni rodzice | drodzy mieszkańcy |
    drodzy rodzice | szanowny panie dyrektorze | szanowna pani dyrektor | drogi przedsiębiorco |
    szanowny kontrahencie | уважаемые собственники | уважаемые жители | уважаемые родители | уважаемый директор |
    уважаемый собственник | уважаемая администрация | дорогие родители | уважаемые предприниматели |
    здравствуйте уважаем* | sayın kat malik* | sayın site sakin* | sayın sakin* | sayın genel müdür | sayın müdür* |
    sayın meslektaş* | değerli komşu* | sayın komşu* | değerli site sakin* | değerli veli* | sayın işveren |
    ご利用者様 | 先生方 | 店長様 | 院長先生 | ご入居者 | 居住者各位 | ご家族の皆様 | 住民各位 | 保護者各位 |
    保護者の皆様 | お客様へ | 採用ご担当 | 尊敬的各位 | 尊敬的老板 | 各位业主 | 各位業主 | 尊敬的院长 | 各位老板 |
    尊敬的同仁 | 尊敬的居民 | 各位居民 | 尊敬的老师 | 您好 我们是 | 您好 我們是 | 점주님 | 회원 여러분 | 입주민 |
    주민 여러분 | 조합원 | 운영자님 | 채용 담당 | 마케팅 담당 | 총무 담당
    """
)
"""A salutation to an office, or to anybody."""

CHANGES: Final = phrases_in(
    """
    we ve moved | we have moved | we are moving | we re moving | has moved to | new premises | new address |
    new location | new branch | new office | new shop | new store | we re opening | we are opening | now open |
    re opening | reopening | grand opening | opening hours | opening times | new hours | holiday hours | closed on |
    closed from | will be closed | we close | we will be closing | office closes | price increase | price change |
    prices will | new prices | new bank details | bank account | changes to our | following changes |
    with effect from | please note that | please be advised | please be informed | we would like to inform |
    we wish to inform | we inform you | this is to inform | planned maintenance | maintenance work |
    will be unavailable | new website | new brand | new name | rebrand* | has joined our team | season s greetings |
    happy holidays | merry christmas | happy new year | we thank you for your | thank you for your continued |
    for your loyalty | years in business | our anniversary | wir ziehen um | wir sind umgezogen | umgezogen |
    neue adresse | neue anschrift | neuer standort | neueröffnung | eröffnen | neue öffnungszeiten | öffnungszeiten |
    geschlossen | betriebsferien | betriebsurlaub | preisanpassung | preiserhöhung | preise angepasst | neue preise |
    neue bankverbindung | wir informieren | möchten wir sie informieren | teilen wir ihnen mit | teilen mit |
    bitte beachten sie | ab dem 1 | ab sofort | änderung* | wartungsarbeiten | für ihr vertrauen | ihre treue |
    frohe weihnachten | frohe festtage | guten rutsch | zum jahreswechsel | firmenjubiläum | unter neuer leitung |
    nous déménageons | déménageons | avons déménagé | a déménagé | nouvelle adresse | nouveaux locaux |
    nouvelle boutique | nouveau magasin | nous ouvrons | ouverture de notre | réouverture | nouveaux horaires |
    horaires d ouverture | fermé | fermée | fermés | fermeture | hausse des | hausse de nos | augmentation |
    évolution de nos | nouveaux tarifs | nouvelles coordonnées | vous informons | vous informe | informer que |
    à compter du | changement de | veuillez noter | votre confiance | votre fidélité | meilleurs vœux | bonne année |
    joyeuses fêtes | nos mudamos | nos hemos mudado | nos hemos trasladado | nos trasladamos | nueva dirección |
    nueva sede | nueva sucursal | nueva tienda | nuevas oficinas | nuevas instalaciones | abrimos | apertura |
    reapertura | nuevo horario | horario de atención | horario de verano | permanecerá cerrad* |
    permaneceremos cerrados | cerrado | cerraremos | subida de | aumento de | actualización de precios |
    actualización de tarifas | nuevas tarifas | nueva cuenta | les informamos | le informamos | informamos que |
    informarle* | a partir del | cambio de | comunicamos | comunicarle* | su confianza | felices fiestas |
    feliz navidad | feliz año | mantenimiento | ci siamo trasferiti | ci trasferiamo | trasferit* | nuova sede |
    nuovo indirizzo | nuovo negozio | nuovi locali | apriamo | riapertura | nuovi orari | nuovo orario |
    orari di apertura | chiusi | chiusura | resteremo chiusi | aumento | adeguamento | nuovi prezzi | nuove tariffe |
    nuove coordinate | vi informiamo | la informiamo | si informa | informiamo che | comunichiamo | si comunica |
    a partire dal | a decorrere | cambio di | variazione | vostra fiducia | buone feste | buon natale | buon anno |
    manutenzione | mudamos | estamos de casa nova | novo endereço | nova morada | nova sede | nova loja |
    nova unidade | novas instalações | inauguramos | abertura | reabertura | novo horário | horário de funcionamento |
    horário de atendimento | encerrad* | estaremos fechados | fechado | não haverá expediente | reajuste |
    atualização de preços | nova tabela | novos preços | novos dados | informamos | a partir de 1 | a partir do dia |
    mudança | alteração | vossa confiança | sua confiança | boas festas | feliz natal | feliz ano | manutenção |
    wij verhuizen | we verhuizen | verhuisd | nieuw adres | nieuwe locatie | nieuwe vestiging | nieuwe winkel |
    nieuw pand | wij openen | we openen | heropening | nieuwe openingstijden | openingstijden | gesloten |
    vakantiesluiting | sluiten | prijsverhoging | prijswijziging | prijsaanpassing | nieuwe prijzen | tarieven |
    nieuw rekeningnummer | wij informeren | willen wij u informeren | delen wij u mede | laten wij u weten |
    met ingang van | per 1 | wijziging* | let op | onderhoud | uw vertrouwen | fijne feestdagen |
    prettige feestdagen | gelukkig nieuwjaar | przeprowadz* | przenosimy | przenieśliśmy | nowy adres |
    nowa siedziba | nową siedzibę | nowy sklep | nowy oddział | nowa lokalizacja | otwieramy | otwarcie |
    nowe godziny | godziny otwarcia | godziny pracy | nieczynn* | zamknięt* | podwyżk* | zmiana cen | zmianie cen |
    zmiana cennika | nowy cennik | nowy numer konta | informujemy | uprzejmie informujemy | pragniemy poinformować |
    zawiadamiamy | od dnia | od 1 | zmiana | zmianie | zmiany | przerwa techniczna | za zaufanie | wesołych świąt |
    szczęśliwego nowego | мы переехали | переезжаем | переехал* | новый адрес | новый офис | новый магазин |
    новый филиал | открываем | открылся | открытие | режим работы | график работы | новый график | не работаем |
    не работает | закрыт* | выходные дни | праздничные дни | повышение цен | изменение цен | изменении цен |
    новые цены | новый прайс | новые реквизиты | смена реквизитов | информируем | сообщаем | уведомляем | доводим до |
    с 1 | изменени* | технические работы | благодарим за доверие | с новым годом | с наступающим | с праздником |
    taşındık | taşınıyoruz | taşınmıştır | yeni adres* | yeni şube* | yeni mağaza* | yeni yerimiz* | açıldı |
    açılıyor | açıyoruz | hizmete gir* | yeni çalışma saat* | çalışma saat* | kapalı* | tatil | zam |
    fiyat güncelle* | fiyat artış* | fiyat değişik* | yeni fiyat* | hesap numara* | bilgilendir* | bilginize |
    duyuru* | itibaren | değişik* | bakım çalışma* | güveniniz* | mutlu yıllar | iyi bayramlar | bayramınız* | 移転 |
    新店舗 | 新規オープン | オープン | 新住所 | 営業時間 | 休業 | 定休日 | 年末年始 | 夏季休業 | お盆 | 臨時休業 |
    価格改定 | 値上げ | 料金改定 | 振込先 | お知らせ | ご案内 | 変更 | メンテナンス | 日頃より | 平素 | 格別 |
    ご愛顧 | お引き立て | 賀 | 新年の | 迁址 | 遷址 | 搬迁 | 搬遷 | 新址 | 新店 | 分店 | 开业 | 開業 | 开幕 |
    营业时间 | 營業時間 | 放假 | 休假通知 | 停业 | 休业 | 公休 | 调价 | 調價 | 涨价 | 漲價 | 价格调整 | 價格調整 |
    银行账户 | 銀行帳戶 | 通知 | 公告 | 特此 | 告知 | 变更 | 變更 | 调整 | 調整 | 即日起 | 起执行 | 维护 | 維護 |
    感谢您长期 | 感謝您長期 | 支持与信任 | 支持與信任 | 新年快乐 | 新年快樂 | 佳节 | 佳節 | 이전 안내 | 이전하 |
    새 주소 | 새 매장 | 신규 오픈 | 신규 매장 | 오픈 | 영업시간 | 진료시간 | 운영시간 | 휴무 | 휴업 | 휴진 | 연휴 |
    가격 인상 | 가격 조정 | 단가 인상 | 요금 인상 | 계좌 변경 | 변경 안내 | 변경됩니다 | 변경되었 | 안내 말씀 |
    알려드립니다 | 공지 | 점검 안내 | 서비스 점검 | 성원 | 애용 | 새해 복 | 명절 | 추석 | new version | new release |
    biggest release | now available | just launched | we ve launched | we have launched | introducing | meet the new |
    say hello to | here is what s new | support ends | coming soon | pre order | open tonnage | open positions |
    neue version | jetzt verfügbar | ab jetzt | neu bei uns | neu im sortiment | vorgestellt | wir stellen vor |
    relaunch | vorbestell* | est arrivé | est arrivée | est là | nouvelle version | nouveauté | nouveautés |
    vient de sortir | disponible dès | nous lançons | lancement | découvrez | précommande* | agences | ouvriront |
    ya está aquí | ya disponible | nueva versión | novedades | lanzamos | lanzamiento | presentamos | descubre |
    descubra | estrenamos | preventa | è arrivat* | è qui | nuova versione | novità | lanciamo | lancio |
    vi presentiamo | scopri | scoprite | disponibile da | in arrivo | chegou | já disponível | nova versão |
    novidade | novidades | lançamos | lançamento | apresentamos | conheça | pré venda | nu verkrijgbaar |
    nieuwe versie | nieuw bij ons | nieuw in | wij presenteren | gelanceerd | ontdek | binnenkort | już jest |
    już dostępn* | nowa wersja | nowość | nowości | premiera | przedstawiamy | poznaj | odkryj | przedsprzedaż |
    kurs walut | уже здесь | уже в продаже | новая версия | новинка | новинки | запустили | запускаем | представляем |
    встречайте | поступлени* | предзаказ | geldi | yeni sürüm | yeni ürün* | çıktı | tanıtıyoruz | sunar | keşfedin |
    ön sipariş | güncelle* | bayilerimiz | döviz | 新登場 | 発売 | リリース | 新商品 | 新製品 | 登場 | 入荷 | 新着 |
    先様各位 | 改定 | 高騰 | 正式发布 | 正式發布 | 上线 | 上線 | 全新 | 新品 | 上市 | 首发 | 首發 | 到货 | 到貨 |
    升级 | 升級 | 老用户 | 新款 | 原材料 | 출시 | 신제품 | 신상품 | 새 버전 | 새로운 버전 | 업데이트 | 입고 | 리뉴얼 |
    업그레이드 | 조정하오니 | 인상에 따라 | 양해 부탁 | will be shut off | power outage | water will be |
    lift will be | scheduled works | roadworks | office will be | school will be closed | no service on |
    from monday | new term | enrolment | enrollment is open | registration is open | now enrolling | abgestellt |
    stromabschaltung | wird gesperrt | bauarbeiten | die ablesung | termine für | anmeldung ab | anmeldungen ab |
    neues schuljahr | unterrichtsfrei | sprechzeiten | praxis geschlossen | vertretung übernimmt | coupure d eau |
    coupure de courant | travaux | rentrée | inscriptions ouvertes | cabinet fermé | le cabinet sera | sera fermé |
    seront fermés | corte de agua | corte de luz | obras | matrícula abierta | inscripciones abiertas |
    inicio de clases | no habrá servicio | se suspende | la consulta estará | sospensione | interruzione | lavori |
    iscrizioni aperte | inizio dei corsi | lo studio resterà | lo studio sarà | sarà chiuso | corte de água |
    falta de água | interrupção | matrículas abertas | inscrições abertas | início das aulas | consultório |
    estará encerrado | estará fechado | afgesloten | werkzaamheden | stroomonderbreking | inschrijving geopend |
    nieuw schooljaar | praktijk is gesloten | de praktijk | przerwa w dostawie | odczyt | remont | prace remontowe |
    zapisy otwarte | ruszają zapisy | rok szkolny | gabinet nieczynny | przychodnia | отключени* | ремонт* |
    набор открыт | открыт набор | начинается запись | учебный год | клиника | приема не будет | приёма не будет |
    su kesintisi | elektrik kesintisi | çalışma* yapıl* | kayıtlar başla* | kayıtlarımız* | öğretim yılı |
    muayenehane | hizmet verilmeyecek | 断水 | 停電 | 工事 | 点検 | 募集開始 | 受付開始 | 新学期 | 休診 | 診療時間 |
    停水 | 停电 | 施工 | 检修 | 檢修 | 招生 | 报名开始 | 開始報名 | 新學期 | 停诊 | 停診 | 开班 | 開班 | 단수 | 정전 |
    공사 | 점검 | 수강생 모집 | 회원 모집 | 모집합니다 | 개강 | 신학기 | 휴강 | any inconvenience |
    the inconvenience | thank you for your patience | for your patience | bear with us | water supply |
    will be turned off | will be carried out | will be replaced | will be interrupted | will be suspended |
    as normal | service charge | will be unable | annual general meeting minutes | meter readings |
    until further notice | für die unannehmlichkeiten | für ihr verständnis | wird abgestellt | wird unterbrochen |
    zählerwechsel | zählerstand | hausgeld | nebenkosten* | zugang zu | bis auf weiteres | wir weisen darauf hin |
    wir möchten darauf hinweisen | aushang | de la gêne | gêne occasionnée | votre compréhension | sera interrompu* |
    sera suspendu* | seront interrompu* | sera coupé* | compteur* | relevé des | charges de copropriété |
    jusqu à nouvel ordre | nous vous rappelons | est porté à | las molestias | su comprensión | se suspenderá |
    será suspendid* | se interrumpirá | interrupción | contadores | cuota de | se procederá | se comunica |
    se informa | hasta nuevo aviso | les recordamos | aviso | per il disagio | il disagio | ci scusiamo per |
    per la comprensione | sarà sospes* | saranno sospes* | sarà interrott* | contator* | quota condominiale |
    si avvisa | avviso | erogazione | fino a nuovo avviso | si ricorda | vi ricordiamo | pelo incómodo |
    pelo incômodo | pelos transtornos | transtornos | sua compreensão | vossa compreensão | será suspens* |
    será interrompid* | hidrômetro* | taxa de condomínio | comunicado | até novo aviso | lembramos |
    voor het ongemak | het ongemak | uw begrip | wordt afgesloten | wordt onderbroken | wordt vervangen |
    worden vervangen | meterstand* | servicekosten | tot nader order | wij wijzen u | wij herinneren u |
    za utrudnienia | za niedogodności | za wyrozumiałość | wymian* | wodomierz* | liczników | zostanie wstrzyman* |
    czynsz* | prosimy o udostępnienie | informuje że | harmonogram | komunikat | ogłoszenie | przypominamy |
    do odwołania | zostanie zamknięt* | zostaną | временные неудобства | за неудобства | приносим извинения |
    просим извинения | будет прекращен* | будет отключен* | будет приостановлен* | будут отключен* | счетчик* |
    счётчик* | плановы* | тариф* | проводит | объявление | напоминаем | до особого | просим обеспечить |
    rahatsızlık için | anlayışınız | kesilecek* | kesinti* | aidat* | sayaç* | belirlenmiş* | rica olunur |
    hatırlatır* | ikinci bir | verilemeyecek* | ご迷惑 | ご不便 | ご理解 | ご了承 | 検針 | 誠に | 実施いたします |
    当面の間 | 再開 | 廃止 | 不便 | 谅解 | 諒解 | 见谅 | 見諒 | 届时 | 屆時 | 恢复供 | 恢復供 | 物业费 | 管理费 |
    管理費 | 暂停 | 暫停 | 温馨提示 | 溫馨提示 | 불편 | 휴장 | 중단됩니다 | 중단 | 관리비 | 교체 | 인상으로 | 종전 |
    안내드립니다 | 공지사항 | 협조 부탁 | 당분간
    """
)
"""Tells customers what changes: a move, hours, prices; or wishes them a good year."""

ACQUAINTED: Final = phrases_in(
    """
    as agreed | as discussed | as we discussed | per our | our conversation | our meeting | thank you for your |
    thanks for your | thanks for getting back | good to see you | great to see you | nice to meet | you asked |
    you mentioned | your question | wie besprochen | wie vereinbart | wie telefonisch | ihr schreiben | ihre mail |
    ihre anfrage | vielen dank für ihr | vielen dank für ihre | danke für ihr* | danke für d* | vielen dank für d* |
    comme convenu | suite à notre | suite à votre | merci pour votre | merci pour ta | merci pour ton |
    merci pour le | merci pour la | je vous remercie de | votre courrier | como acordamos | como quedamos |
    según lo acordado | gracias por su | gracias por tu | gracias por el | gracias por la | tras nuestra |
    come d accordo | come concordato | come da accordi | in riferimento a* | grazie per la | grazie per il |
    grazie della | grazie mille per | conforme combinado | como combinado | obrigad* pelo | obrigad* pela |
    zoals afgesproken | zoals besproken | naar aanleiding van uw | bedankt voor je | bedankt voor uw |
    bedankt voor het | dank voor uw | dank voor je | dank je voor | zgodnie z ustaleniami | jak ustaliliśmy |
    jak rozmawialiśmy | dziękuję za | dzięki za | как договаривались | договаривались | спасибо за | благодарю за |
    konuştuğumuz gibi | anlaştığımız | için teşekkür | 先日は | 先日の | 前回の | 上次 | 之前谈 | 말씀하신 | 지난번 |
    보내주신 | 보내 주신 | your offer | your quote | you quoted | we last spoke | last time we spoke |
    last time we talked | return my call | our last conversation | zuletzt gesprochen | letzten gespräch |
    unserem telefonat | notre dernier échange | notre dernière conversation | última vez que hablamos |
    nuestra última conversación | ultima volta che ci siamo | nostra ultima telefonata | última vez que falámos |
    nossa última conversa | ons laatste gesprek | vorige gesprek | ostatniej rozmow* | ostatnio rozmawialiśmy |
    последнем разговоре | прошлой встрече | son görüşmemiz* | son konuşmamız* | 前回お話 | 前回の打ち合わせ | 上次聊 |
    上次通话 | 지난번 통화 | 지난번 미팅
    """
)
"""Speaks of what both know already, an offer, a talk: at the beginning, for letters to strangers thank at the end."""

OWN_CASE: Final = phrases_in(
    """
    request for quot* | request for proposal* | invite you to quote | please send us your quot* | please quote us |
    my order | i ordered | i bought | my application | my cv | attached my | i am applying | i m applying |
    apply for the | application for | refund me | i returned | my account | my subscription | my son | my daughter |
    i have a question about | writing to complain | your invoice | my referees | meine bestellung | bestellt habe |
    habe ich bestellt | reklamation | meine bewerbung | bewerbe mich | mein lebenslauf | lebenslauf anbei |
    ihr angebot vom | ihre rechnung | mein konto | mein vertrag | kündige | ma commande | j ai commandé |
    ma candidature | mon cv | votre devis | votre facture | mon contrat | mon compte | résiliation | mi pedido |
    he pedido | mi candidatura | mi currículum | adjunto mi | su presupuesto | su factura | su oferta de |
    mi contrato | mi cuenta | revisar la factura | il mio ordine | ho ordinato | ho ricevuto l | mia candidatura |
    il mio cv | mio curriculum | vostro preventivo | vostra fattura | mio contratto | minha encomenda | meu pedido |
    encomendei | minha candidatura | meu currículo | meu cv | seu orçamento | vossa fatura | sua fatura |
    meu contrato | segue em anexo a ata | mijn bestelling | heb besteld | ik bestelde | sollicitatie | mijn cv |
    uw offerte | uw factuur | mijn contract | moje zamówienie | zamówiłem | zamówiłam | reklamacj* | moje cv |
    aplikuję | państwa oferta na | pana oferta | mojej umowy | мой заказ | я заказал* | заказывал* | претензи* |
    жалоб* | мое резюме | моё резюме | прилагаю резюме | в счете | в счёте | siparişim* | sipariş etmiştim |
    sipariş verdim | şikayet* | başvurum* | özgeçmişim* | teklifiniz* | faturanız* | faturada | 注文した |
    注文しました | 購入した | 購入しました | 応募いたし | 応募させ | 応募書類 | 履歴書 | 志望 | いただいたお見積 |
    頂いたお見積 | ご請求書 | 我订购 | 我訂購 | 我购买 | 我購買 | 我买的 | 我買的 | 订单号 | 訂單編號 | 应聘 | 應徵 |
    我的简历 | 我的履歷 | 贵司报价 | 投诉 | 发票的 | 주문한 | 주문했 | 구매한 | 구입한 | 반품 | 지원서 | 지원하고자 |
    이력서를 첨부 | 자기소개서 | interview at | interview with | my resume | my résumé | my skill | i am a graduate |
    my desire to | my experience | position as | i graduated | i studied | my degree | meine erfahrung |
    mein studium | meine unterlagen | mon expérience | mes études | mi experiencia | mis estudios |
    la mia esperienza | minha experiência | meus estudos | mijn ervaring | mijn studie | moje doświadczenie |
    moich studiów | мой опыт | моё образование | deneyimlerim | mezunuyum | okuyorum | 応募の | 私の経歴 | 在学 |
    卒業見込 | 志望動機 | 我的经验 | 我的經驗 | 毕业于 | 畢業於 | 저의 경력 | 전공하고 | 지원합니다 | 연구실에서 |
    take me off | remove me | unsubscribe me | get me off | i keep getting | stop sending me | two copies |
    nimm mich | nehmen sie mich | meldet mich | ich bekomm | retirez moi | enlève moi | désinscris moi | sácame |
    quítame | me llega* | dadme de baja | toglimi | toglietemi | mi arriva* | me tira | me tire | me tirem | tira me |
    haal me | wypisz mnie | wypiszcie mnie | отпишите меня | мне приходят | уберите меня | beni çıkar* |
    bana geliyor | 解除して | 把我移 | 把我从 | 把我從 | 저를 빼 | 나 좀 빼 | 환불 요청 | 환불 부탁 | 환불해 주 |
    교환 요청 | 교환해 주 | 교환 부탁 | 대학원 진학 | 진학 관련 | 졸업 예정 | 세금계산서 금액 | 返品したい |
    返金をお願い | 返品希望 | 要求退款 | 要求退换 | 要求退換 | 申请退款 | 申請退款 | give me a refund |
    i want my money | mein geld zurück | rimborsarmi | il rimborso della | me rembourser | devuélvanme |
    верните деньги | zwrot za | iade ist* | my complaint | could you give me a | can you give me a |
    could you quote me | can you quote me | how much would it | how much is the | do you have any rooms |
    i would like to book | i d like to book | i d like to order | i am looking for a room | was kostet es |
    was würde es kosten | was kostet das | haben sie noch | haben sie vom | ich hätte gern | ich hätte gerne |
    ich möchte buchen | ich möchte bestellen | wir möchten buchen | ich suche einen | ich suche eine | je cherche un |
    je cherche une | combien coûte | me faire un devis | avez vous encore | je voudrais réserver |
    je souhaite réserver | je voudrais savoir | nous voudrions réserver | quería saber | quisiera saber |
    cuánto cuesta | cuánto sale | me gustaría reservar | quería reservar | quisiera reservar | tienen plaza |
    tenéis plaza | tienen disponibilidad | necesito un presupuesto | quanto costa | avete posto | avete ancora |
    vorrei prenotare | vorrei sapere | vorrei un preventivo | vorremmo prenotare | quanto custa | gostaria de marcar |
    gostaria de saber | gostaria de reservar | queria saber | queria marcar | têm vaga | tem vaga |
    preciso de um orçamento | wat kost het | hoeveel kost | heeft u nog | hebben jullie nog | ik zoek een |
    ik wil graag | kan ik een afspraak | wij willen graag boeken | proszę o wycenę | ile kosztuje | ile by kosztow* |
    chciałbym zamówić | chciałabym zamówić | chciałbym zarezerwować | chciałabym zarezerwować |
    czy mają państwo wolne | kiedy możecie | сколько стоит | сколько будет стоить | когда можете | хотел бы узнать |
    хотела бы узнать | хочу заказать | хочу записать* | есть ли у вас | fiyatı nedir | ne kadar tutar |
    ücreti ne kadar | öğrenmek istiyorum | rezervasyon yaptırmak | randevu almak | yeriniz var mı | たいのですが |
    空室は | 空きはあり | 料金を教えて | 料金も教えて | おいくら | 予約したい | 想咨询 | 想諮詢 | 想问一下 | 想請問 |
    请问 | 請問 | 多少钱 | 多少錢 | 我想订 | 我想訂 | 我想预约 | 알고 싶어 | 알고 싶습니다 | 궁금해서 | 궁금합니다 |
    예약하고 싶 | 얼마인가요 | 얼마예요 | 가능할까요 | 申訴 | 投訴 | 要求退 | 全额退款 | 全額退款 | 返品をお願い |
    in my spare time | as a hobby | next door to us | i live at | i live in | where i live | in meiner freizeit |
    ich wohne in | wir wohnen in | bei uns nebenan | j habite | nous habitons | vivo en | vivimos en | abito in |
    abitiamo in | moro na | moro no | moramos n* | ik woon | wij wonen | mieszkam* | живу в | живем в | живём в |
    oturuyorum | oturuyoruz | 趣味で | 在住の | 教えていただけ | お教えいただけ | お尋ね | 私の家 | 我家 | 我们小区 |
    我們社區 | 에 사는 | 저희 집 | 우리 집 | 민원 | 구할 수 있을까요 | 구할 수 있나요 | 살 수 있을까요 | 찾고 있어요 |
    可能でしょうか。料金 | 料金と | 在庫はあり | 购买一 | 想买 | 想買 | do you still have | would you still have |
    is it possible to buy | haben sie das noch | avez vous toujours | tienen todavía | avete ancora il | ainda têm |
    heeft u dit nog | czy jest jeszcze | есть ли ещё | hâlâ var mı | mi hija | mi hijo | meine tochter | mein sohn |
    meinen sohn | ma fille | mon fils | mia figlia | mio figlio | minha filha | meu filho | mijn dochter | mijn zoon |
    moja córka | mojej córki | mój syn | mojego syna | моя дочь | моей дочери | мой сын | моего сына | kızım* |
    oğlum* | 娘が | 息子が | 我女儿 | 我女兒 | 我儿子 | 我兒子 | 우리 딸 | 우리 아들 | 제 딸 | 제 아들 |
    querría saber | me interesa saber | je souhaiterais savoir | mi piacerebbe sapere | ich wüsste gern |
    ik zou graag willen weten | if you can offer us | can you supply | could you supply | your payment terms |
    enquiry for | enquiry about | inquiry about | request for quotation | können sie liefern | könnten sie liefern |
    anfrage für | anfrage über | pouvez vous fournir | demande de prix | demande de devis | pueden suministrar |
    solicitud de presupuesto | potete fornire | richiesta di preventivo | podem fornecer | pedido de orçamento |
    kunt u leveren | offerteaanvraag | zapytanie ofertowe | можете поставить | запрос цены | fiyat teklifi rica |
    お見積りをお願い | 見積依頼 | 询价 | 詢價 | 견적 부탁 | 견적 요청 | let us know if you can offer |
    inform us on your
    """
)
"""Speaks as a customer or an applicant: who writes so to an office wants something of it, and sells nothing."""
