"""Words for what people come together for, and for when and where.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

EVENT: Final = phrases_in(
    """
    poker night | game night | movie night | quiz night | barbecue | bbq | picnic | brunch | dinner party |
    birthday party | reunion | grillabend | spieleabend | geburtstagsfeier | klassentreffen | opening reception |
    housewarming party | tag der offenen tür | open house day | book club | fundraising dinner | farewell party |
    leaving drinks | portes ouvertes | jornada de puertas abiertas | porte aperte | portas abertas | drzwi otwarte |
    dni otwarte | день открытых дверей | açık kapı | 公開日 | 开放日 | 오픈 하우스 | breakfast | luncheon |
    annual dinner | gala dinner | awards dinner | breakfast club | open day | town hall | career fair | job fair |
    training class | meet and greet | orientation | brown bag | event | webinar | webinars | web seminar |
    web seminars | webcast | seminar | seminars | conference | reception | breakfast meeting | open house |
    happy hour | summit | workshop | gala | banquet | networking | networking event | keynote | speaker | speakers |
    panel discussion | meetup | fundraiser | fund raiser | grand opening | book signing | housewarming |
    bridal shower | baby shower | potluck | celebration | party | breakfast series | analyst call | conference call |
    veranstaltung | empfang | messe | vortrag | sommerfest | weihnachtsfeier | webseminar | fachtagung | tagung |
    konferenz | feier | stammtisch | hausmesse | vernissage | richtfest | événement | séminaire | conférence |
    soirée | réception | atelier | webinaire | journée portes ouvertes | cocktail | colloque | evento | seminario |
    conferencia | recepción | taller | jornada | jornadas | fiesta | congreso | inauguración | encuentro | convegno |
    conferenza | ricevimento | inaugurazione | festa | incontro | giornata di studi | aperitivo | seminário |
    conferência | oficina | palestra | recepção | congresso | encontro | coquetel | inauguração | evenement |
    bijeenkomst | congres | receptie | borrel | lezing | conferentie | feest | open dag | netwerkborrel | wydarzenie |
    seminarium | konferencja | konferencję | spotkanie | warsztaty | impreza | przyjęcie | uroczystość | szkolenie |
    targi | мероприятие | мероприятии | семинар | вебинар | конференция | конференции | конференцию | приём |
    мастер класс | вечеринка | вечеринку | праздник | форум | встреча | выставка | выставку | etkinlik | etkinliğ* |
    seminer | konferans | çalıştay | resepsiyon | davet yemeği | kokteyl | açılış | toplantı | parti | webinar* |
    セミナー | イベント | ウェビナー | 懇親会 | 説明会 | 講演会 | 勉強会 | 交流会 | 展示会 | パーティー | 新年会 |
    忘年会 | 活动 | 研讨会 | 讲座 | 会议 | 論壇 | 论坛 | 峰会 | 酒会 | 沙龙 | 活動 | 研討會 | 講座 | 發布會 | 发布会 |
    展会 | 晚宴 | 행사 | 세미나 | 웨비나 | 컨퍼런스 | 콘퍼런스 | 강연회 | 간담회 | 모임 | 설명회 | 포럼 | 전시회 |
    워크숍 | 파티 | roundtable | round table discussion | book launch | launch party | street party | block party |
    garden party | summer party | christmas party | office party | pool party | surprise party | wedding |
    christening | anniversary | retirement | leaving do | farewell | send off | fete | festival | concert | gig |
    recital | exhibition | private view | screening | film night | pub quiz | quiz | karaoke | hike | bike ride |
    fun run | 5k | 10k | marathon | tournament | open mic | open evening | info evening | information evening |
    jumble sale | bake sale | clean up | work day | working party | hackathon | hack night | bootcamp | masterclass |
    lecture | discussion evening | annual general meeting | agm | general assembly | retreat | potluck dinner |
    supper | dinner | drinks | bonfire | fireworks | carol singing | tasting | wine tasting | cook off |
    get together | game evening | board games | gartenparty | gartenfest | straßenfest | nachbarschaftsfest |
    hoffest | dorffest | schulfest | kinderfest | sommerparty | geburtstagsparty | geburtstag | hochzeit | taufe |
    jubiläum | abschiedsfeier | abschied | einweihung | einweihungsparty | wohnungseinweihung | grillen | grillfest |
    grillparty | glühwein | adventsfeier | nikolausfeier | weihnachtsmarkt | basar | flohmarkt | konzert |
    ausstellung | lesung | lesekreis | spielabend | filmabend | kneipenquiz | wanderung | radtour | ausflug |
    turnier | turnierabend | infoabend | informationsabend | informationsveranstaltung | elternabend |
    mitgliederversammlung | jahreshauptversammlung | jahrgangstreffen | ehemaligentreffen | schnupperstunde |
    aktionstag | festakt | preisverleihung | eröffnung | feierabendbier | frühstück | abendessen | podiumsdiskussion |
    diskussion | fête | kermesse | pique nique | piquenique | apéro | apéritif | dîner | repas | repas de quartier |
    fête des voisins | anniversaire | mariage | baptême | pot de départ | départ en retraite | spectacle |
    exposition | expo | projection | vide grenier | brocante | loto | tournoi | randonnée | balade |
    assemblée générale | réunion d information | réunion publique | retrouvailles | table ronde | inauguration |
    journée | cours d essai | soirée jeux | vœux | débat | galette | barbacoa | asado | parrillada | merienda | cena |
    comida | almuerzo | cumpleaños | cumple | boda | bautizo | despedida | aniversario | concierto | exposición |
    charla | coloquio | mesa redonda | feria | mercadillo | rastrillo | torneo | partida | excursión | ruta |
    caminata | carrera | quedada | asamblea | verbena | romería | posada | club de lectura | cinefórum |
    presentación | proyección | concurso | clase de prueba | encuentro de | reencuentro | grigliata | pranzo |
    merenda | brindisi | compleanno | matrimonio | battesimo | laurea | anniversario | concerto | mostra |
    proiezione | presentazione | dibattito | tavola rotonda | sagra | fiera | mercatino | gita | escursione |
    passeggiata | camminata | corsa | rimpatriata | ritrovo | assemblea | assemblea generale | riunione informativa |
    serata | giornata | laboratorio | lezione di prova | spettacolo | raduno | tombola | churrasco | jantar | almoço |
    lanche | festa junina | arraial | aniversário | casamento | batizado | chá de bebê | chá de panela | exposição |
    sarau | roda de conversa | feira | bazar | torneio | pelada | passeio | trilha | caminhada | corrida |
    reencontro | confraternização | assembleia | assembleia geral | reunião de pais | aula aberta |
    aula experimental | lançamento | sessão | convívio | magusto | straatbarbecue | straatfeest | buurtfeest |
    buurtborrel | nieuwjaarsborrel | vrijmibo | picknick | etentje | diner | verjaardag | verjaardagsfeest |
    bruiloft | jubileum | afscheid | afscheidsborrel | voorstelling | tentoonstelling | expositie | filmavond |
    spelletjesavond | pubquiz | toernooi | wedstrijd | wandeling | fietstocht | uitje | reünie | familiedag |
    ledenvergadering | algemene ledenvergadering | informatieavond | thema avond | proefles | rommelmarkt | braderie |
    symposium | ronde tafel | familiebijeenkomst | grill | grilla | ognisko | piknik | impreza urodzinowa | urodziny |
    imieniny | wesele | ślub | chrzciny | jubileusz | rocznica | parapetówka | parapetówkę | pożegnanie | koncert |
    wystawa | wernisaż | pokaz | projekcja | wykład | prelekcja | debata | kiermasz | festyn | turniej | mecz |
    wycieczka | rajd | bieg | zjazd | zlot | zebranie | walne zebranie | spotkanie klasowe | wieczór | dzień otwarty |
    zajęcia próbne | otwarcie | uroczystości | kolacja | kolację | obiad | wigilia | bal | zabawa | potańcówka |
    шашлык* | пикник | ужин | обед | день рождения | юбилей | юбилея | свадьба | свадьбу | крестины | новоселье |
    проводы | концерт | спектакль | показ | лекция | лекцию | лекции | дискуссия | круглый стол | ярмарка | ярмарку |
    турнир | матч | поход | прогулка | экскурсия | забег | встреча выпускников | собрание | общее собрание |
    субботник | корпоратив | квартирник | занятие | пробное занятие | посиделки | квиз | настолки | хакатон | митап |
    mangal | yemek | yemeği | akşam yemeği | kahvaltı | kahvaltısı | iftar | doğum günü | doğum günüm | düğün |
    nişan | sünnet | yıldönümü | veda | konser | sergi | sergisi | gösterim | söyleşi | söyleşisi | konferansı |
    fuar | kermes | kermesi | turnuva | gezisi | yürüyüş | yürüyüşü | koşu | buluşma | buluşması | mezunlar |
    mezunlar günü | toplantısı | genel kurul | tanıtım | atölye | atölyesi | açılışı | açılışımız | kutlama |
    kutlaması | şenlik | şenliği | pilav günü | partisi | 飲み会 | 食事会 | 歓迎会 | 送別会 | 歓送迎会 | 誕生日会 |
    誕生会 | 結婚式 | 二次会 | 同窓会 | クラス会 | ol会 | バーベキュー | ピクニック | お花見 | 花見 | 花火 | 夏祭り |
    お祭り | 祭り | コンサート | ライブ | 発表会 | 演奏会 | 個展 | 展覧会 | 上映会 | 読書会 | 朝活 | 料理教室 |
    体験会 | 見学会 | 相談会 | 座談会 | 総会 | 清掃 | ハイキング | 試合 | 大会 | 合宿 | オフ会 | ミートアップ |
    ランチ会 | もちつき | ゴルフコンペ | ワークショップ | 打ち上げ | 女子会 | 生日 | 婚礼 | 婚禮 | 喜宴 | 满月 |
    滿月 | 乔迁 | 喬遷 | 同学会 | 同學會 | 同学聚会 | 同學聚會 | 聚会 | 聚會 | 聚餐 | 饭局 | 飯局 | 烧烤 | 烤肉 |
    野餐 | 火锅 | 派对 | 派對 | 音乐会 | 音樂會 | 演唱会 | 展览 | 展覽 | 画展 | 读书会 | 讀書會 | 分享会 | 分享會 |
    沙龍 | 說明會 | 说明会 | 家长会 | 家長會 | 年会 | 尾牙 | 春酒 | 运动会 | 徒步 | 爬山 | 登山 | 羽毛球 | 球赛 |
    比賽 | 路跑 | 体验课 | 體驗課 | 開幕 | 开幕 | 茶会 | 茶會 | 义卖 | 義賣 | 跳蚤市场 | 桌游 | 桌遊 | 생일 |
    생일파티 | 결혼식 | 돌잔치 | 집들이 | 회식 | 송년회 | 신년회 | 동창회 | 동문회 | 반창회 | 동기모임 | 번개 |
    바비큐 | 소풍 | 음악회 | 공연 | 콘서트 | 전시 | 상영회 | 독서모임 | 북토크 | 강연 | 특강 | 토론회 | 총회 |
    정기총회 | 반상회 | 바자회 | 체육대회 | 등산 | 산행 | 대회 | 마라톤 | 밋업 | 네트워킹 | 축제 | 송별회 | 환영회 |
    야유회 | 개업식 | 개소식 | 오픈식 | taster session | trial lesson | trial class | choir | choir practice |
    rehearsal | training session | club night | coffee morning | repair café | clothes swap | seed swap |
    guided walk | guided tour | ama | live stream | livestream | stand up night | craft evening | reading group |
    discussion group | support group | knit and natter | schnuppertraining | schnupperkurs | schnuppertag |
    probetraining | probestunde | chorprobe | lauftreff | nähtreff | treffen | tauschbörse | führung | offener abend |
    offene probe | sprechstunde | krabbelgruppe | kennenlernabend | séance d essai | séance découverte | répétition |
    chorale | visite guidée | café rencontre | visio | live | bourse aux | goûter | club de lecture | clase abierta |
    ensayo | coro | en directo | visita guiada | convivencia | juntada | prove aperte | diretta | visita guidata |
    chiacchierata | gruppo di lettura | ensaio | papo | bate papo | clube de leitura | repetitie | koor |
    rondleiding | leesclub | kennismakingsavond | lekcja próbna | próba | chór | spacer | planszówki | gry planszowe |
    klub książki | пробный урок | репетиция | хор | прямой эфир | эфир | игротека | шашлыки | книжный клуб |
    deneme dersi | tanışma | prova | koro | canlı yayın | gezi | kitap kulübü | 体験教室 | 練習会 | 合唱団 | お茶会 |
    教室 | 直播 | 排练 | 训练营 | 체험 수업 | 독서 모임 | 라이브 | 합창단 | 강좌 | 강의 | summer fair | fayre |
    school play | generalversammlung | hauptversammlung | eigentümerversammlung | vollversammlung | versammlung |
    sommerabend | gartenabend | lampionfest | assemblée | nettoyage | junta general | chocolatada | mutirão |
    vergadering | oogstfeest | masal saati | 運動會 | 年會 | 정기런 | open morning | open house | audition |
    auditions | open auditions | vorsprechen | feast | street feast | learners evening | blood drive | donor session |
    litter pick | swap meet
    """
)

PLACE: Final = phrases_in(
    """
    date | time | day | rsvp | topic | cost | contact | datum | zeit | adresse | date et heure | dirección |
    indirizzo | endereço | adres | data | адрес | when | where | location | venue | place | agenda | dress code |
    directions | parking | wann | wo | ort | veranstaltungsort | beginn | uhrzeit | programm | einlass | où | quand |
    lieu | heure | programme | horaire | cuándo | dónde | lugar | hora | fecha | quando | dove | luogo | ora |
    orario | programma | onde | local | horário | waar | wanneer | locatie | tijd | aanvang | gdzie | kiedy |
    miejsce | godzina | termin | где | когда | место | место проведения | время | начало | nerede | yer | saat |
    tarih | 日時 | 場所 | 会場 | 开课 | 时间 | 地点 | 時間 | 地點 | 일시 | 장소 | 일정
    """
)

DAY: Final = phrases_in(
    """
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | tonight | tomorrow night | this weekend |
    january | february | april | june | july | august | september | october | november | december | noon | midnight |
    mon | tue | tues | wed | thu | thurs | fri | sat | montag* | dienstag* | mittwoch* | donnerstag* | freitag* |
    samstag* | sonnabend* | sonntag* | uhr | januar | februar | märz | juni | juli | oktober | dezember | wochenende |
    lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | janvier | février | mars | avril | juin |
    juillet | août | septembre | octobre | novembre | décembre | 18h | 19h | 20h | 17h | 14h | 15h | 16h | 10h |
    lunes | martes | miércoles | jueves | viernes | sábado | domingo | enero | febrero | marzo | abril | mayo |
    junio | julio | agosto | septiembre | octubre | noviembre | diciembre | a las | lunedì | martedì | mercoledì |
    giovedì | venerdì | sabato | domenica | gennaio | febbraio | aprile | maggio | giugno | luglio | settembre |
    ottobre | dicembre | alle ore | dalle ore | segunda feira | terça feira | quarta feira | quinta feira |
    sexta feira | segunda | terça | quarta | quinta | sexta | janeiro | fevereiro | março | maio | junho | julho |
    setembro | outubro | novembro | dezembro | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag |
    zondag | januari | februari | maart | mei | augustus | uur | poniedziałek | wtorek | środa | środę | czwartek |
    piątek | sobota | sobotę | niedziela | niedzielę | stycznia | lutego | marca | kwietnia | maja | czerwca | lipca |
    sierpnia | września | października | listopada | grudnia | godz | godzinie | понедельник | вторник | среда |
    среду | четверг | пятница | пятницу | суббота | субботу | воскресенье | января | февраля | марта | апреля | мая |
    июня | июля | августа | сентября | октября | ноября | декабря | часов | выходные | pazartesi | salı | çarşamba |
    perşembe | cuma | cumartesi | pazar | ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül |
    ekim | kasım | aralık | saat | 月曜 | 火曜 | 水曜 | 木曜 | 金曜 | 土曜 | 日曜 | (月) | (火) | (水) | (木) | (金) |
    (土) | (日) | 時〜 | 時から | 今週末 | 時半 | 周一 | 周二 | 周三 | 周四 | 周五 | 周六 | 周日 | 星期 | 週一 |
    週二 | 週三 | 週四 | 週五 | 週六 | 週日 | 礼拜 | 禮拜 | 下午 | 晚上 | 上午 | 中午 | 周末 | 週末 | 今晚 | 明晚 |
    点半 | 點半 | 월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일 | 일요일 | (월) | (화) | (수) | (목) | (금) |
    (토) | (일) | 오전 | 오후 | 저녁 | 주말 | 정오 | mondays | tuesdays | wednesdays | thursdays | fridays |
    saturdays | sundays | this evening | tomorrow evening | next week | lundis | mardis | mercredis | jeudis |
    vendredis | samedis | ce soir | sábados | domingos | esta noche | esta tarde | stasera | domani sera | segundas |
    terças | quartas | quintas | sextas | hoje à noite | amanhã à noite | vanavond | morgenavond | heute abend |
    morgen abend | poniedziałki | wtorki | środy | czwartki | piątki | soboty | niedziele | dziś wieczorem |
    понедельникам | вторникам | средам | четвергам | пятницам | субботам | воскресеньям | вечером | bu akşam |
    yarın akşam | akşam | 毎週 | 今夜 | 明日 | 每周 | 每週 | 明天 | 后天 | 後天 | 매주 | 오늘 저녁 | 내일
    """
)
"""When: a weekday, a month, an hour."""
