"""Words for joining, and for what is joined: they invite only where one stands beside the other, above a link.

Apart they are anybody's words ("the team", "to join"). English, German, French, Spanish, Italian, Portuguese, Dutch,
Polish, Russian, Turkish, Japanese, Chinese and Korean, in this order within each topic, by their stems.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.mail.wording import phrases_in

JOINING: Final = phrases_in(
    """
    join | sign up | signing up | signs up | register | hop on | be part of | become part of | become a member |
    add yourself | expand
    beitret* | beizutreten | tritt | tretet | treten sie | anmeld* | melde dich | meldet euch | melden sie sich |
    mach mit |
    macht mit | mitmachen | mitzumachen | kommt rein | registrier* | aufnehmen | vernetzen | erweitern |
    mitzuarbeiten |
    mitarbeiten
    rejoin* | rejoign* | inscri* | entrez | entrer dans | adhér* | enregistrer | intégr* | ajouter
    unirse | unirte | unirme | unirnos | uniros | unáis | uníos | únete | únanse | únase | unir* | apúnta* |
    apuntaos |
    apuntarse | inscrib* | inscríb* | regístr* | registra* | registrar* | entrad | entrar | entra en | formar parte
    unisciti | unitevi | unirti | unirsi | iscriv* | entra | entrate | entrare | registra* | aderisc* | far parte
    junte | juntem | juntar | junta te | entre | entra | entrem | entrar | inscrev* | participe | participem |
    cadastr* |
    regist* | fazer parte | adicionar
    sluit ... aan | meld ... aan | aanmelden | aan te melden | doe mee | doen mee | word lid | lid worden |
    lid te worden |
    treed toe | registreer | inschrijven | schrijf je in | deelnemen | toetreden
    dołącz* | przyłącz* | zapis* | zapisz* | wejdź* | wchodź* | wstąp* | zarejestr* | rejestruj* | dodać
    вступа* | вступи* | присоедин* | заход* | зайди* | добавля* | добавь* | добавить | зарегистрир* | регистрир* |
    подключа* | записыва*
    katıl* | kaydol* | kayıt ol* | girin | girelim | girebilirsiniz | üye ol* | ekle* | dahil ol*
    入って | 入りませんか | 参加 | 加わ | 登録 | ご入会 | 入会 | 追加
    加入 | 进群 | 入群 | 進群 | 注册 | 註冊 | 扫码 | 添加
    들어오 | 들어와 | 가입 | 참여 | 입장 | 등록 | 합류 | 추가
    """
)

CIRCLE: Final = phrases_in(
    """
    group | groups | chat | channel | server | community | network | league | workspace | circle | forum | squad |
    group chat | groupchat | club | board | challenge | waitlist | beta | my link | this code | my code | with code |
    my invite | my referral | referral code | invite link | free month | we both | both of us get | each get
    gruppe* | chat | chatgruppe | kanal | netzwerk* | gemeinschaft | community | liga | tippspiel* | board | tafel |
    verein |
    meinen link | meinem link | mein link | meinem code | meinen code | empfehlungslink | freundschaftscode |
    wir beide | bekommen wir beide
    groupe | groupes | canal | réseau | communauté | ligue | équipe | forum | tableau | mon lien | mon code |
    code parrain* | parrainage | chacun
    grupo | grupos | canal | red | comunidad | liga | equipo | tablero | foro | mi enlace | mi código | mi codigo |
    código de invitación | los dos
    gruppo | gruppi | canale | rete | comunità | lega | fantacalcio | squadra | bacheca | mio link | mio codice |
    codice invito | codice amico | entrambi
    grupo | canal | rede | comunidade | liga | bolão | equipe | equipa | quadro | fórum | meu link | meu código |
    código de convite | nós dois
    groep | groepsapp | appgroep | buurtapp | app groep | kanaal | netwerk | community | competitie | poule | bord |
    mijn link | mijn code | allebei
    grupa | grupy | grupę | grupie | kanał | kanału | sieci | sieć | społeczności | społeczność | liga | ligi |
    tablicy |
    zespołu | mojego linku | mój link | moim linkiem | mojego kodu | kod polecający | oboje
    группа | группу | группе | группы | чат | чате | канал | каналу | сообщество | сообществу | сеть | лигу |
    моей ссылке | мою ссылку | мой код | моему коду | промокод*
    grup | grubu* | gruba | grubun* | kanal* | topluluk* | topluluğ* | ağım* | ağın* | lig | ligi | lige | ligimiz* |
    linkim* | bağlantım* | kodum* |
    davet kodu* | ikimiz*
    グループ | コミュニティ | チャンネル | チーム | サーバー | サークル | トークルーム | 紹介コード | 招待コード |
    オープンチャット | ボード
    群聊 | 群组 | 微信群 | 群里 | 个群 | 一个群 | 同学群 | 家长群 | 社群 | 圈子 | 频道 | 頻道 | 團隊 | 团队 | 群組 |
    邀请码 |
    推荐码 | 我的链接
    그룹 | 단톡방 | 단체방 | 채팅방 | 오픈채팅 | 모임방 | 모임 | 밴드 | 채널 | 커뮤니티 | 카페 | 팀 | 초대 코드 |
    추천인 |
    추천 코드 | 내 링크
    """
)

TAKING_PART: Final = phrases_in(
    """
    take | fill | fill in | fill out | complete | answer | participate | take part | sign | vote | start | share |
    respond
    teilnehm* | teilnahme | teilzunehmen | nehmt ... teil | ausfüllen | auszufüllen | füll* | beantwort* |
    unterschreib* |
    unterzeichn* | unterstütz* | mach* mit | abstimm* | zur
    particip* | répond* | rempli* | sign* | complét* | votez | voter | soutenir | soutenez
    particip* | rellen* | respond* | contest* | firma* | firmad | firmar | firme* | vota* | complet* | apoya*
    partecip* | compil* | rispond* | firma* | firmate | vota* | sostien* | sosten*
    particip* | preench* | respond* | assin* | vote | votem | votar | apoi*
    deelnemen | doe mee | deel te nemen | vul ... in | invullen | in te vullen | beantwoord* | onderteken* |
    teken* | stem
    wypełn* | udział | odpowied* | podpis* | zagłosuj* | poprzyj*
    пройд* | пройти | заполн* | ответ* | подпи* | участ* | проголосу* | поддерж*
    katıl* | doldur* | yanıtla* | cevapla* | imzala* | imza | destek* | oy
    回答 | ご協力 | お答え | 署名 | 投票 | 記入
    填写 | 填寫 | 参与 | 參與 | 签名 | 簽名 | 签署 | 投票 | 回答
    참여 | 응답 | 작성 | 서명 | 투표 | 답해
    """
)

POLL: Final = phrases_in(
    """
    survey | questionnaire | poll | petition | open letter
    umfrage* | befragung* | onlinebefragung | online befragung | fragebogen | petition* | offenen brief
    sondage | enquête | questionnaire | pétition | lettre ouverte
    encuesta | encuestas | cuestionario | petición | recogida de firmas | carta abierta
    sondaggio | questionario | petizione | raccolta firme | lettera aperta
    pesquisa | inquérito | questionário | petição | abaixo assinado
    enquête | vragenlijst | petitie | peiling
    ankieta | ankietę | ankiecie | ankiety | kwestionariusz | petycja | petycję | petycji
    опрос | опросе | анкета | анкету | анкеты | петиция | петицию | петиции
    anket* | imza kampanya* | dilekçe*
    アンケート | 調査 | 署名 | 請願
    问卷 | 問卷 | 调查 | 調查 | 联署 | 連署 | 请愿
    설문 | 설문조사 | 청원 | 서명운동
    """
)

COURTESY: Final = phrases_in(
    """
    join us in congratulat* | join me in congratulat* | join us in welcom* | join me in welcom* | join us in thank* |
    join me in thank* | join us in wish* | join me in wish* | join us in extending | join me in extending |
    join us in support* | join me in support* | join us in recogni* | join me in recogni*
    """
)
