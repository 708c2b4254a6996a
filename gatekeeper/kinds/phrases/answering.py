"""Words that ask for answers and signatures, what they cost, and who else should give them.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

TAKING_PART: Final = phrases_in(
    """
    take | fill | fill in | fill out | complete | answer | participate | take part | sign | vote | start | share |
    respond | teilnehm* | teilnahme | teilzunehmen | nehmt ... teil | ausfüllen | auszufüllen | beantwort* |
    unterschreib* | unterzeichn* | unterstütz* | mach* mit | abstimm* | zur | particip* | répond* | rempli* | sign* |
    complét* | votez | voter | soutenir | soutenez | rellen* | respond* | contest* | firma* | firmad | firmar |
    firme* | vota* | complet* | apoya* | partecip* | compil* | rispond* | firmate | sostien* | sosten* | preench* |
    assin* | votem | votar | apoi* | deelnemen | doe mee | deel te nemen | vul ... in | invullen | in te vullen |
    beantwoord* | onderteken* | teken* | stem | wypełn* | udział | odpowied* | podpis* | zagłosuj* | poprzyj* |
    пройд* | пройти | заполн* | ответ* | подпи* | участ* | проголосу* | поддерж* | katıl* | doldur* | yanıtla* |
    cevapla* | imzala* | imza | destek* | oy | 回答 | ご協力 | お答え | 署名 | 投票 | 記入 | 填写 | 填寫 | 参与 |
    參與 | 签名 | 簽名 | 签署 | 참여 | 응답 | 작성 | 서명 | 투표 | 답해 | donate | chip in | give your | tell us |
    sign here | sign now | spende* | spendet | macht mit | stimmt ab | hilf* | helft | klickt | faites un don |
    donnez | votez pour | aidez | cliquez | donar | dona | aporta | ayud* | colabor* | rellén* | vota por | aiutat* |
    aiutami | clicca | votate | firma qui | ajud* | contribu* | clique | assina | assinem | doneer* | steun* |
    tekenen | teken de | vul in | wpłat* | wpłać* | pomóż* | pomoż* | kliknij* | podpisz* | głosuj* | wypełń* |
    пожертв* | помоги* | помочь | голосуй* | отметьте | нажми* | bağışla* | yardım* | oy ver* | tıkla* |
    imzalar mısın* | doldurur mu* | ご記入 | お願い | ご署名 | 答えて | 協力して | 签 | 簽 | 帮忙 | 幫忙 | 填一下 |
    填個 | 填个 | 点击 | 點擊 | 投我 | 서명해 | 부탁 | 눌러 | 참여해 | 응해 | 작성해 | 투표해 | fülle | füllt |
    füllen | füllen sie | helpen | help mee | donad | donate ora | add yours | añade el tuyo | añade tu | suma tu |
    aggiungi la | ajoute la tienne | ajoutez votre | u vindt hem | setz deine | would love to hear | laat het weten |
    weten hoe | sponsor | chip | give what | spenden | spend* | parrain* | soutien | faire un don | dons | aportar |
    donativo* | contribuir | contributo | offerta | doar | doação | apoiar | sponsoren | bijdrage | bijdragen |
    wspomóc | wspomóż | dokładam | dołóż* | cegiełk* | перевести | перевод | внести | bağış | 寄せて | ご支援 |
    ご寄付 | 捐 | 支持 | 후원해 | 보태
    """
)

POLL: Final = phrases_in(
    """
    survey | questionnaire | poll | petition | open letter | umfrage* | befragung* | onlinebefragung |
    online befragung | fragebogen | petition* | offenen brief | sondage | enquête | pétition | lettre ouverte |
    encuesta | encuestas | cuestionario | petición | recogida de firmas | carta abierta | sondaggio | questionario |
    petizione | raccolta firme | lettera aperta | pesquisa | inquérito | questionário | petição | abaixo assinado |
    vragenlijst | petitie | peiling | ankieta | ankietę | ankiecie | ankiety | kwestionariusz | petycja | petycję |
    petycji | опрос | опросе | анкета | анкету | анкеты | петиция | петицию | петиции | anket* | imza kampanya* |
    dilekçe* | アンケート | 調査 | 署名 | 請願 | 问卷 | 問卷 | 调查 | 調查 | 联署 | 連署 | 请愿 | 설문 | 설문조사 |
    청원 | 서명운동 | signatures | your signature | fundraiser | crowdfunding | feedback form | unterschriften |
    unterschrift | spendenaktion | studie | meinungsumfrage | bewertung | online umfrage | collecte | cagnotte |
    consultation | questionnaires | firmas | colecta | consulta | change org | formulario | firme | firma |
    raccolta fondi | colletta | modulo | assinaturas | assinatura | vaquinha | vakinha | formulário |
    consulta pública | handtekening* | inzamelingsactie | inzameling | onderzoek | vragenlijstje | podpisów |
    podpisy | podpis | zbiórka | zbiórkę | zrzutka | zrzutkę | badanie | ankietka | głosowanie | подписи | подписей |
    подпись | обращение | сбор средств | голосование | опросник | исследование | imza | imzanız* | bağış | oylama |
    araştırma* | anketi* | ご署名 | 募金 | クラウドファンディング | 回答フォーム | 投票 | 签名 | 簽名 | 联名 | 聯名 |
    众筹 | 眾籌 | 满意度 | 滿意度 | 서명 | 모금 | 투표 | 설문지 | 서명 운동 | 만족도 | volunteers needed |
    volunteers wanted | participants needed | participants wanted | looking for participants |
    looking for volunteers | seeking participants | take part in a study | take part in our study | research study |
    probanden | versuchspersonen | teilnehmer gesucht | teilnehmende gesucht | studienteilnehmer* |
    cherche des participants | cherchons des participants | recherche participants | participants recherchés |
    cherche des volontaires | se buscan participantes | buscamos participantes | se buscan voluntari* |
    busco participantes | cercasi partecipanti | cerco partecipanti | cerchiamo partecipanti | cercasi volontari |
    procuram se participantes | procuro participantes | procuramos participantes | procuram se voluntários |
    deelnemers gezocht | proefpersonen | vrijwilligers gezocht | szukamy uczestników | poszukuję uczestników |
    poszukujemy uczestników | osób badanych | ищем участников | ищу участников | нужны участники | испытуем* |
    katılımcı arıyor* | gönüllü arıyor* | katılımcılar aranıyor | 被験者 | 参加者募集 | 参加者を募集 | 協力者募集 |
    调查对象 | 招募志愿者 | 招募受试者 | 招募被试 | 受試者 | 受试者 | 참가자 모집 | 참가자를 모집 | 피험자 |
    참여자 모집 | the questions | apoyos | apoyo | handtekeningen | imza kampanyası | 署名活動 | sponsor me |
    sponsor me | sponsor us | sponsor my | sponsored run | sponsored walk | raise money | raising money |
    raised so far | raise funds | raising funds | my fundraising page | for a good cause | sponsere mich |
    spendenlauf | spenden für | sammeln für | sammle für | parrainer | souscription | appel aux dons |
    récolter des fonds | patrocin* | recaudar | recaudando | recaudación | sponsorizz* | raccogliere fondi |
    raccogliamo fondi | angariar | arrecadar | apadrinh* | sponsor mij | sponsor me | geld inzamelen | haal geld op |
    goede doel | zbieramy na | zbieram na | собираем на | собираю на | сбор на | bağış topluyor* | yararına | 寄付 |
    寄附 | チャリティ | 募捐 | 捐款 | 义捐 | 義捐 | 후원 | 기부 | votação | orçamento participativo | vote for us |
    votes for | votation | votación | votazione | stemming | голосуем | проголосовать | голоса за | abstimmung |
    投票中 | ballot | secret ballot | wahlzettel | scrutin
    """
)

EFFORT: Final = phrases_in(
    """
    takes about | takes only | takes less than | only takes | takes just | it takes | takes 5 | takes two |
    takes three | takes five | takes ten | minutes of your time | minutes to complete | 2 minutes | 3 minutes |
    5 minutes | 10 minutes | five minutes | ten minutes | two minutes | three minutes | anonymous | anonymously |
    your answers | your responses | all responses | your responses will | your feedback | your views | your opinion |
    have your say | your voice | tell us what | what you thought | hear what you | hear from you | we d love to hear |
    my thesis | my dissertation | my research | for my study | random sample | prize draw | to win | win a |
    dauert nur | dauert etwa | dauert ca | dauert keine | dauert 5 | dauert rund | 5 minuten | 10 minuten |
    fünf minuten | zehn minuten | drei minuten | zwei minuten | anonym | anonymisiert | ihre antworten |
    eure antworten | ihre meinung | deine meinung | eure meinung | ihre stimme | deine stimme | jede stimme |
    masterarbeit | bachelorarbeit | abschlussarbeit | doktorarbeit | dissertation | verlosen | verlosung |
    wie zufrieden | prend que | prend environ | ne prend | prendra | cinq minutes | dix minutes | deux minutes |
    anonyme* | anonymement | vos réponses | votre avis | votre opinion | ton avis | votre voix | mon mémoire |
    ma thèse | mon enquête | tirage au sort | à gagner | donnez votre | êtes vous satisfait* | lleva solo |
    lleva menos | solo te llevará | le tomará | te tomará | le llevará | 5 minutos | 3 minutos | dos minutos |
    cinco minutos | tres minutos | anónim* | tus respuestas | sus respuestas | respuestas | tu opinión | su opinión |
    vuestra opinión | mi tesis | mi tfg | mi tfm | trabajo fin de | sorteo | sortear* | bastano | basta un minuto |
    ci vogliono | richiede | 5 minuti | 3 minuti | due minuti | cinque minuti | tre minuti | anonim* | risposte |
    la tua opinione | la sua opinione | il vostro parere | il tuo parere | la vostra opinione | mia tesi |
    tesi di laurea | la tesi | estrazione | leva menos | leva só | leva apenas | demora | são só | dois minutos |
    três minutos | anônim* | respostas | sua opinião | a sua opinião | vossa opinião | meu tcc | minha tese |
    minha dissertação | minha pesquisa | meu mestrado | sorteio | concorr* | kost u | kost je | kost maar |
    kost slechts | duurt | vijf minuten | tien minuten | twee minuten | anoniem | uw mening | je mening |
    jouw mening | uw antwoorden | mijn scriptie | mijn onderzoek | mijn afstuderen | afstudeeronderzoek | steekproef |
    verloten | maak kans | hoe tevreden | zajmie | zajmuje | to tylko | 5 minut | 3 minuty | dwie minuty |
    pięć minut | kilka minut | chwilę | anonimow* | odpowiedzi | twoja opinia | państwa opinia | twoją opinię |
    państwa opinię | twój głos | pracy magisterskiej | magisterk* | licencjat* | pracę magisterską | do wygrania |
    nagrod* | займет | займёт | занимает | 5 минут | 3 минуты | две минуты | пять минут | пару минут | минуту |
    минутку | анонимн* | ваши ответы | ответов | ваше мнение | твое мнение | твоё мнение | ваш голос | для диплома |
    дипломн* | для диссертации | магистерск* | розыгрыш* | разыграем | приз* | оцените | dakikanızı |
    sadece ... dakika | 5 dakika* | 3 dakika* | iki dakika | beş dakika | birkaç dakika | sürer | sürüyor |
    isim yazm* | cevaplarınız | yanıtlarınız | görüşünüz* | görüşleriniz* | fikriniz* | sesiniz | tezim* |
    yüksek lisans | bitirme tez* | çekiliş* | hediye | 分程度 | 分ほど | 5分 | 3分 | 1分 | 10分 | 匿名 | ご回答 |
    ご意見 | 卒論 | 卒業論文 | 修論 | 修士論文 | 研究のため | 抽選 | プレゼント | 皆様の声 | お声 | 分钟 | 分鐘 |
    您的意见 | 您的意見 | 你的意见 | 您的看法 | 毕业论文 | 畢業論文 | 论文 | 論文 | 硕论 | 碩論 | 研究 | 抽奖 | 抽獎 |
    抽五 | 答案 | 满意度 | 滿意度 | 选择题 | 選擇題 | 1분 | 2분 | 3분 | 5분 | 10분 | 익명 | 의견을 | 의견 | 응답 |
    답변 | 논문 | 졸업논문 | 학위논문 | 연구 | 추첨 | 경품 | 기프티콘 | 만족도 | the questions take | take about |
    nobody will see your name | kost tien minuten | is anoniem | voor mijn scriptie | la mia tesi | moja praca |
    моей диссертации | tezim için | 졸업 논문 | firmas más | necesitamos ... apoyos | ya llevamos | ya somos |
    noch ... unterschriften | il manque | mancano | faltam | brakuje
    """
)
"""What an answer costs and what it is for: minutes, anonymity, a thesis, a prize."""

PASS_ON: Final = phrases_in(
    """
    spread the word | pass it on | pass this on | pass it along | please forward | forward this to | forward it to |
    please share | share this with | share it with | share with | tell your friends | tell others | tell everyone |
    circulate | anyone else who | anyone who might | feel free to share | feel free to pass | weitersagen |
    weiterleiten | leitet ... weiter | leite ... weiter | weitergeben | verbreitet | weiterverbreiten |
    teilt ... mit | teilen | erzählt es | faites passer | faire passer | faites tourner | faire tourner |
    faites suivre | transférez | transmettez | diffusez | partagez | partager | parlez en autour | en parler autour |
    autour de vous | à vos proches | à vos amis | reenvía* | reenviad | reenviar | pásalo | pasadlo | pásenlo |
    difund* | difusión | comparte | compartid | compartan | compartir | corre la voz | a vuestros amigos |
    a tus amigos | a sus amigos | passaparola | fate girare | girate | inoltra* | condivid* | diffond* |
    spargete la voce | ai vostri amici | ai tuoi amici | parlatene | passem adiante | passa adiante | repasse* |
    repassem | encaminh* | compartilh* | partilh* | divulg* | espalh* | com seus amigos | aos amigos | com os amigos |
    zegt het voort | zeg het voort | deel dit | deel deze | stuur ... door | doorsturen | door te sturen | delen met |
    verspreid | vertel het | aan je vrienden | aan vrienden | podaj dalej | podajcie dalej | przekaż* |
    prześlij dalej | prześlijcie | udostępni* | podrzuć* | rozsyłaj* | rozpowszech* | powiedzcie | znajomym | dalej |
    перешлите | передайте | поделитесь | делитесь | расскажите | распростран* | репост* | друзьям и | знакомым |
    приведите друзей | зовите друзей | paylaşın | paylaşırsanız | paylaşmanızı | iletin | iletirseniz | yönlendir* |
    duyur* | yayın | çevrenizle | arkadaşlarınızla | tanıdıklarınız* | 広めて | 拡散 | 共有 | シェア | 転送 |
    お知り合い | お友達に | お友だちに | ご友人 | ご家族 | お誘い合わせ | 转发 | 轉發 | 转给 | 轉給 | 轉寄 | 转寄 |
    分享 | 扩散 | 擴散 | 告诉身边 | 告訴身邊 | 身边的朋友 | 身邊的朋友 | 朋友圈 | 多多转 | 공유 | 전달해 | 널리 |
    퍼뜨려 | 주변에 | 주위에 | 지인 | 알려 주시면 | 친구들에게 | 친구에게
    """
)
"""Asks to carry it further."""
